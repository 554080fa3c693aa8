SET SQLBLANKLINES ON
WHENEVER OSERROR EXIT FAILURE ROLLBACK
WHENEVER SQLERROR EXIT FAILURE ROLLBACK

CREATE OR REPLACE TYPE geo.point_t AS OBJECT (
  x NUMBER,
  y NUMBER,
  MEMBER FUNCTION distance(p_other IN geo.point_t) RETURN NUMBER
);
/
SHOW ERRORS

CREATE OR REPLACE TYPE geo.points_t AS TABLE OF geo.point_t;
/
SHOW ERRORS

CREATE OR REPLACE TYPE BODY geo.point_t AS

  MEMBER FUNCTION distance(p_other IN geo.point_t) RETURN NUMBER IS
  BEGIN
    RETURN SQRT(POWER(SELF.x - p_other.x, 2) + POWER(SELF.y - p_other.y, 2));
  END distance;

END;
/
SHOW ERRORS

CREATE OR REPLACE FUNCTION geo.path_length(p_points IN geo.points_t) RETURN NUMBER IS
  l_sum NUMBER := 0;
BEGIN
  FOR i IN 2 .. p_points.COUNT LOOP
    l_sum := l_sum + p_points(i).distance(p_points(i - 1));
  END LOOP;
  RETURN l_sum;
END path_length;
/
SHOW ERRORS
