SET PAGESIZE 0
SELECT dbms_metadata.get_ddl('TABLE', 'ORDERS', 'APP') FROM dual;
SELECT partition_name, high_value
  FROM dba_tab_partitions
 WHERE table_name = 'ORDERS';
