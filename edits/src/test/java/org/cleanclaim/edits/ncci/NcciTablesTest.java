package org.cleanclaim.edits.ncci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.ncci.NcciLookup.PairFact;
import org.cleanclaim.edits.ncci.UnitLimit.Indicator;
import org.junit.jupiter.api.Test;

/// Which table answers on which day and for whom, and what single questions it answers.
class NcciTablesTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2024, 10, 1);

  private final List<InstalledPublication> installed = new ArrayList<>();

  private void install(PublicationKind kind, LocalDate from, Content content) {
    String edition = from.toString().substring(0, 7);
    installed.add(
        InstalledPublication.of(new Publication(kind, edition, from, "test", false, content)));
  }

  private static RuleTables limits(String... rows) {
    return table("limits", List.of("code", "units", "mai", "rationale"), rows);
  }

  private static RuleTables addOns(String... rows) {
    return table("add_ons", List.of("add_on", "type", "primary", "from", "until"), rows);
  }

  private static RuleTables table(String name, List<String> columns, String... rows) {
    var cells = Arrays.stream(rows).map(row -> List.of(row.split(" ", -1))).toList();
    return new RuleTables(List.of(new RuleTables.Table(name, columns, cells)));
  }

  private static CodePairs pairs(String first, String second) {
    var pairs = new CodePairs.Builder();
    pairs.add(first, second, (int) JULY.toEpochDay(), CodePairs.OPEN, 1, "test");
    return pairs.build();
  }

  private NcciTables tables() {
    return NcciTables.of(CodeSets.of(installed));
  }

  private NcciLookup lookup() {
    return new NcciLookup(tables());
  }

  private BigDecimal limit(ServiceKind kind, LocalDate day) {
    return lookup().limit(kind, "A0001", day).map(fact -> fact.limit().units()).orElse(null);
  }

  @Test
  void theLimitsOfTheQuarterHold() {
    install(PublicationKind.MUE_HOSPITAL, JULY, limits("A0001 2 3 Nature"));
    install(PublicationKind.MUE_HOSPITAL, OCTOBER, limits("A0001 5 1 Nature"));

    assertThat(limit(ServiceKind.HOSPITAL, JULY.minusDays(1))).isNull();
    assertThat(limit(ServiceKind.HOSPITAL, JULY)).isEqualTo("2");
    assertThat(limit(ServiceKind.HOSPITAL, OCTOBER.minusDays(1))).isEqualTo("2");
    assertThat(limit(ServiceKind.HOSPITAL, OCTOBER)).isEqualTo("5");
    assertThat(lookup().limit(ServiceKind.HOSPITAL, "A0001", JULY))
        .hasValueSatisfying(fact -> {
          assertThat(fact.code()).isEqualTo("A0001");
          assertThat(fact.limit().indicator()).isEqualTo(Indicator.DAY_BY_CLINICAL_BENCHMARK);
          assertThat(fact.limit().reason()).isEqualTo("Nature");
          assertThat(fact.table()).isEqualTo("NCCI unit limits, outpatient hospital 2024-07");
        });
    assertThat(lookup().limit(ServiceKind.HOSPITAL, "A0002", JULY)).isEmpty();
  }

  @Test
  void eachKindOfServicesHasItsOwnLimits() {
    install(PublicationKind.MUE_PRACTITIONER, JULY, limits("A0001 1 1 x"));
    install(PublicationKind.MUE_HOSPITAL, JULY, limits("A0001 2 1 x"));
    install(PublicationKind.MUE_SUPPLIER, JULY, limits("A0001 3 1 x"));

    assertThat(limit(ServiceKind.PRACTITIONER, JULY)).isEqualTo("1");
    assertThat(limit(ServiceKind.HOSPITAL, JULY)).isEqualTo("2");
    assertThat(limit(ServiceKind.SUPPLIER, JULY)).isEqualTo("3");
  }

  @Test
  void practitionersHaveABuiltInSelectionUntilTablesAreInstalled() {
    assertThat(lookup().limit(ServiceKind.PRACTITIONER, "10060", JULY))
        .hasValueSatisfying(fact -> {
          assertThat(fact.limit().units()).isEqualTo("1");
          assertThat(fact.limit().indicator()).isEqualTo(Indicator.DAY_BY_POLICY);
          assertThat(fact.table()).isEqualTo("starter");
        });
    assertThat(lookup().pairs(ServiceKind.PRACTITIONER, List.of("10060", "11055"), JULY))
        .containsExactly(
            new PairFact(
                new CodePairs.Pair("10060", "11055", null, null, 1, "starter"), true, "starter"));
    assertThat(lookup().pairs(ServiceKind.HOSPITAL, List.of("10060", "11055"), JULY)).isEmpty();

    install(PublicationKind.PTP_PRACTITIONER, JULY, pairs("A0001", "A0002"));
    install(PublicationKind.MUE_PRACTITIONER, JULY, limits("A0001 1 1 x"));
    assertThat(lookup().pairs(ServiceKind.PRACTITIONER, List.of("10060", "11055"), JULY)).isEmpty();
    assertThat(lookup().limit(ServiceKind.PRACTITIONER, "10060", JULY)).isEmpty();
    assertThat(lookup().limit(ServiceKind.PRACTITIONER, "10060", JULY.minusDays(1)))
        .as("days before the first installed quarter")
        .isPresent();
  }

  @Test
  void theNewestPairsAreAskedAndEachKindHasItsOwn() {
    install(PublicationKind.PTP_HOSPITAL, OCTOBER, pairs("A0001", "A0003"));
    install(PublicationKind.PTP_HOSPITAL, JULY, pairs("A0001", "A0002"));
    install(PublicationKind.PTP_PRACTITIONER, JULY, pairs("A0004", "A0005"));
    var codes = List.of("A0001", "A0002", "A0003", "A0004", "A0005");

    assertThat(lookup().pairs(ServiceKind.HOSPITAL, codes, OCTOBER))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.pair().first()).isEqualTo("A0001");
          assertThat(fact.pair().second()).isEqualTo("A0003");
          assertThat(fact.table()).isEqualTo("NCCI pairs, outpatient hospital 2024-10");
        });
    assertThat(lookup().pairs(ServiceKind.PRACTITIONER, codes, JULY))
        .extracting(fact -> fact.pair().second())
        .containsExactly("A0005");
  }

  @Test
  void addOnCodesHoldFromTheirEditionAndTheFirstOneBeforeItself() {
    install(PublicationKind.ADD_ON_CODES, JULY, addOns("A0009 1 A0001  "));
    install(PublicationKind.ADD_ON_CODES, OCTOBER, addOns("A0009 2 CCCCC  "));

    assertThat(lookup().addOn("A0009", JULY.minusYears(1)).orElseThrow().addOn().type())
        .isEqualTo(AddOn.Type.LISTED);
    assertThat(lookup().addOn("A0009", OCTOBER.minusDays(1)).orElseThrow().addOn().type())
        .isEqualTo(AddOn.Type.LISTED);
    assertThat(lookup().addOn("A0009", OCTOBER))
        .hasValueSatisfying(fact -> {
          assertThat(fact.code()).isEqualTo("A0009");
          assertThat(fact.addOn().type()).isEqualTo(AddOn.Type.CONTRACTOR);
          assertThat(fact.addOn().primaries()).as("the contractor names them").isEmpty();
          assertThat(fact.table()).isEqualTo("NCCI add-on codes 2024-10");
        });
    assertThat(lookup().addOn("A0001", OCTOBER)).isEmpty();
    assertThat(new NcciLookup(NcciTables.starter()).addOn("A0009", JULY)).isEmpty();
  }

  @Test
  void aPrimaryIsOneFromItsFirstDayToItsLast() {
    install(
        PublicationKind.ADD_ON_CODES,
        JULY,
        addOns("A0009 3 A0001 20240701 20240930", "A0009 3 A0002  ", "A0008 1 A0001  "));
    var addOn = tables().addOns(JULY).orElseThrow().table().get().addOn("A0009").orElseThrow();

    assertThat(addOn.type()).isEqualTo(AddOn.Type.LISTED_AND_CONTRACTOR);
    assertThat(addOn.isPrimary("A0001", JULY.toEpochDay())).isTrue();
    assertThat(addOn.isPrimary("A0001", JULY.toEpochDay() - 1)).isFalse();
    assertThat(addOn.isPrimary("A0001", OCTOBER.toEpochDay() - 1)).isTrue();
    assertThat(addOn.isPrimary("A0001", OCTOBER.toEpochDay())).isFalse();
    assertThat(addOn.isPrimary("A0002", 0)).as("without days: always").isTrue();
    assertThat(addOn.isPrimary("A0003", JULY.toEpochDay())).isFalse();
  }

  @Test
  void numbersThatThePublisherDoesNotUseAreRefused() {
    assertThatThrownBy(() -> AddOn.Type.of(4)).hasMessageContaining("4");
    assertThatThrownBy(() -> Indicator.of(0)).hasMessageContaining("0");
    assertThat(AddOns.none().addOn("A0009")).isEmpty();
  }

  @Test
  void aLookupTellsWhichRowsOfAPairAreInForce() {
    var rows = new CodePairs.Builder();
    int july = (int) JULY.toEpochDay();
    int october = (int) OCTOBER.toEpochDay();
    rows.add("A0001", "A0002", july, october - 1, 0, "one quarter");
    rows.add("A0001", "A0003", october, october, 0, "withdrawn");
    rows.add("A0001", "A0004", july, CodePairs.OPEN, 9, "never");
    rows.add("A0005", "A0001", CodePairs.OPEN, CodePairs.OPEN, 1, "always");
    install(PublicationKind.PTP_HOSPITAL, JULY, rows.build());

    assertThat(inForce(JULY.minusDays(1))).containsExactly("always");
    assertThat(inForce(JULY)).containsExactly("one quarter", "always");
    assertThat(inForce(OCTOBER.minusDays(1))).containsExactly("one quarter", "always");
    assertThat(inForce(OCTOBER)).containsExactly("always");
    var all = List.of("A0001", "A0002", "A0003", "A0004", "A0005", "A9999");
    assertThat(lookup().pairs(ServiceKind.HOSPITAL, all, JULY)).hasSize(4);
  }

  private List<String> inForce(LocalDate day) {
    var codes = List.of("A0001", "A0002", "A0003", "A0004", "A0005");
    return lookup().pairs(ServiceKind.HOSPITAL, codes, day).stream()
        .filter(PairFact::isInForce)
        .map(fact -> fact.pair().reason())
        .toList();
  }

  @Test
  void everyPairOfALargeTableIsFoundAndNoOther() {
    var random = new Random(20261128);
    var builder = new CodePairs.Builder();
    var held = new TreeSet<String>();
    for (int i = 0; i < 2_000; i++) {
      String first = "%05d".formatted(random.nextInt(60));
      String second = "%05d".formatted(random.nextInt(60));
      if (first.equals(second)) continue;
      builder.add(first, second, CodePairs.OPEN, CodePairs.OPEN, 0, "test");
      held.add(first + second);
    }
    var table = new PairTable(builder.build());

    assertThat(table.size()).isEqualTo(held.size());
    for (int a = 0; a < 60; a++) {
      for (int b = 0; b < 60; b++) {
        if (a == b) continue;
        String first = "%05d".formatted(a);
        String second = "%05d".formatted(b);
        int row = table.find(table.place(first), table.place(second), 0);
        boolean isHeld = held.contains(first + second);
        assertThat(row != PairTable.NONE).isEqualTo(isHeld);
        assertThat(table.history(first, second)).hasSize(isHeld ? 1 : 0);
        if (isHeld) {
          assertThat(table.row(row).first() + table.row(row).second()).isEqualTo(first + second);
        }
      }
    }
  }
}
