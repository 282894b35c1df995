package org.cleanclaim.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionMatrixTest {
  private static final Path PAGE = Path.of("../docs/reference/permissions.md");

  @Test
  void theWrittenMatrixIsTheOneInForce() throws IOException {
    String matrix = matrix();
    if (Boolean.getBoolean("golden.update")) Files.writeString(PAGE, matrix);

    assertThat(Files.readString(PAGE)).isEqualTo(matrix);
  }

  private static String matrix() {
    var page =
        new StringBuilder(
            "# Who may do what\n\nWritten by `PermissionMatrixTest` from the program; `-Dgolden.update` rewrites it.\n\n|  |");
    for (Role role : Role.values()) page.append(' ').append(role.title()).append(" |");
    page.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
    for (Permission permission : Permission.values()) {
      page.append("| ").append(permission.title()).append(" |");
      for (Role role : Role.values()) {
        page.append(role.permissions().contains(permission) ? " yes |" : "  |");
      }
      page.append('\n');
    }
    return page.toString();
  }
}
