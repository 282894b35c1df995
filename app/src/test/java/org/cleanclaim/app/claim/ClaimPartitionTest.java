package org.cleanclaim.app.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.claim.ClaimPartition.Keyed;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.junit.jupiter.api.Test;

/// Which charges go on one claim.
class ClaimPartitionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Encounter visit(long id) {
    return new Encounter(
        new EncounterId(id),
        new UUID(0, id),
        "V" + id,
        new PatientId(1),
        new Provider(
            ProviderRole.RENDERING,
            new PersonName("Hale", "Nora"),
            new Npi("1234567893"),
            null,
            null,
            null,
            null,
            List.of()),
        "FAMILY",
        "OUTPATIENT",
        new PlaceOfService("11"),
        DAY,
        null,
        null,
        null,
        List.of());
  }

  private static BillableLine line(Encounter visit, int number, long cents) {
    return new BillableLine(
        visit, number, DAY, new ProcedureCode("99213"), BigDecimal.ONE, Money.ofCents(cents));
  }

  private static List<Keyed<String>> lines(Encounter visit, int count, String key) {
    var lines = new ArrayList<Keyed<String>>();
    for (int i = 1; i <= count; i++) lines.add(new Keyed<>(line(visit, i, 100), key));
    return lines;
  }

  @Test
  void aVisitOfMoreThanFiftyLinesComesApartAfterTheFiftieth() {
    var parts = ClaimPartition.of(lines(visit(1), 101, "a"), 50, Map.of());

    assertThat(parts).extracting(p -> p.lines().size()).containsExactly(50, 50, 1);
  }

  @Test
  void aVisitIsNotTornApartBesideAnotherOne() {
    var both = lines(visit(1), 30, "a");
    both.addAll(lines(visit(2), 30, "a"));

    var parts = ClaimPartition.of(both, 50, Map.of());

    assertThat(parts).extracting(p -> p.lines().size()).containsExactly(30, 30);
  }

  @Test
  void visitsWithMoreThanTwelveDiagnosesTogetherComeApart() {
    var both = lines(visit(1), 1, "a");
    both.addAll(lines(visit(2), 1, "a"));
    var first = new HashSet<Icd10Cm>();
    for (int i = 0; i < 10; i++) first.add(new Icd10Cm("A0" + i));
    var second = Set.of(new Icd10Cm("I10"), new Icd10Cm("E119"), new Icd10Cm("J45"));

    var parts =
        ClaimPartition.of(both, 50, Map.of(new EncounterId(1), first, new EncounterId(2), second));

    assertThat(parts).hasSize(2);
  }

  @Test
  void whateverComesIsOnExactlyOneClaimThatAgreesAndHasRoom() {
    long seed = Long.getLong("test.seed", 20_260_302L);
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var all = new ArrayList<Keyed<String>>();
      int visits = 1 + random.nextInt(5);
      for (int v = 1; v <= visits; v++) {
        int count = random.nextInt(120);
        for (int i = 1; i <= count; i++) {
          all.add(new Keyed<>(line(visit(v), i, random.nextInt(100_000)), "k" + random.nextInt(3)));
        }
      }
      var parts = ClaimPartition.of(all, 50, Map.of());

      var seen = new HashMap<BillableLine, String>();
      parts.forEach(p -> p.lines().forEach(l -> assertThat(seen.put(l, p.key())).isNull()));
      assertThat(seen).as("seed %d", seed).hasSize(all.size());
      all.forEach(k -> assertThat(seen).containsEntry(k.line(), k.key()));
      assertThat(parts).allMatch(p -> !p.lines().isEmpty() && p.lines().size() <= 50);
      assertThat(sum(seen.keySet())).isEqualTo(sum(all.stream().map(Keyed::line).toList()));
    }
  }

  private static Money sum(java.util.Collection<BillableLine> lines) {
    return Money.sum(lines.stream().map(BillableLine::amount).toList());
  }
}
