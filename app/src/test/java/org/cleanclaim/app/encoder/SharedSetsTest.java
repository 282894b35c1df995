package org.cleanclaim.app.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

class SharedSetsTest {
  private final DemoServer server = DemoServer.shared();
  private final SharedSets sets = server.bean(SharedSets.class);

  @Test
  void aSetIsMadeFilledRenamedAndDeleted() {
    server.inPractice(() -> {
      var id = sets.create(" Ankle sprain set ");
      sets.add(id, CodeSystem.ICD10CM, "S93401A", "Sprain of unspecified ligament");
      sets.add(id, CodeSystem.ICD10CM, "S93401A", "again");
      sets.add(id, CodeSystem.ICD10CM, "M25571", "Pain in right ankle");
      sets.remove(id, CodeSystem.ICD10CM, "M25571");
      sets.rename(id, "Ankle");

      assertThat(sets.list())
          .singleElement()
          .satisfies(set -> {
            assertThat(set.name()).isEqualTo("Ankle");
            assertThat(set.codes()).extracting(SavedCode::code).containsExactly("S93401A");
          });
      assertThat(server.bean(CodeUses.class).from(LocalDate.of(2026, 1, 1)))
          .anyMatch(use -> use.where().equals("Shared set Ankle") && use.code().equals("S93401A"));
      assertThatThrownBy(() -> sets.create("Ankle")).hasMessageContaining("already");
      assertThatThrownBy(() -> sets.create("  ")).hasMessageContaining("name");

      sets.delete(id);
      assertThat(sets.list()).isEmpty();
      return true;
    });
  }

  @Test
  void onlyWhoCodesChartsChangesSets() {
    long organization = server.bean(Organizations.class).all().getFirst().id();
    var biller = new Actor(organization, "bill", Set.of(Role.BILLER), false);

    assertThatThrownBy(() -> Acting.as(biller, () -> sets.create("Mine")))
        .isInstanceOf(AccessDeniedForActor.class);
  }

  @Test
  void withoutAnOrganizationNothingIsSeen() throws SQLException {
    try (var connection = server.applicationConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from shared_set")) {
      rows.next();

      assertThat(rows.getInt(1)).isZero();
    }
  }
}
