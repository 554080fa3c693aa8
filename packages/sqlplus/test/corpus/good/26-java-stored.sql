WHENEVER SQLERROR EXIT 1
WHENEVER OSERROR EXIT 1
SET DEFINE OFF

CREATE OR REPLACE AND COMPILE JAVA SOURCE NAMED "Checksum" AS
public class Checksum {
  /* CRC as the old mainframe made it; don't change */
  public static int of(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum << 1) ^ text.charAt(i); // shift & mix
    }
    return sum & 0xFFFF;
  }
}
/
SHOW ERRORS JAVA SOURCE "Checksum"

CREATE OR REPLACE FUNCTION app.checksum(p_text IN VARCHAR2) RETURN NUMBER
  AS LANGUAGE JAVA NAME 'Checksum.of(java.lang.String) return int';
/
SHOW ERRORS FUNCTION app.checksum
