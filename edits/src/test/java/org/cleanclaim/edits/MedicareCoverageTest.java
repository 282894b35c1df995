package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.RuleTables.Table;
import org.cleanclaim.edits.coverage.Jurisdiction;
import org.cleanclaim.edits.coverage.Jurisdiction.Contractor;
import org.cleanclaim.edits.coverage.Jurisdiction.State;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// Articles, contractors and policies of our own, in the shape in which they are installed.
class MedicareCoverageTest {
  private static final State OHIO = new State("OH");

  private static Table table(String name, String columns, String... rows) {
    var all = new ArrayList<List<String>>();
    for (String row : rows) all.add(List.of(row.split(",", -1)));
    return new Table(name, List.of(columns.split(",")), all);
  }

  private static InstalledPublication installed(PublicationKind kind, Table... tables) {
    return InstalledPublication.of(
        new Publication(
            kind,
            "test",
            LocalDate.of(2015, 10, 1),
            "a test's tables",
            false,
            new RuleTables(List.of(tables))));
  }

  private static InstalledPublication articles() {
    String contractor = "contractor_id,contractor_type_id,contractor_version";
    return installed(
        PublicationKind.COVERAGE_ARTICLES,
        table(
            "articles",
            "article_id,article_version,title,article_eff_date,article_end_date,"
                + "article_rev_end_date,date_retired,display_id",
            "90001,3,Sugar,2015-10-01,2020-12-31,,,A90001",
            "90001,4,Sugar,2021-01-01,,,,A90001",
            "90002,1,Gone,2015-10-01,,,2019-05-01,",
            "90003,1,All but pressure,2015-10-01,,,,A90003"),
        table(
            "codes",
            "article_id,article_version,hcpc_code_id",
            "90001,3,83036",
            "90001,4,83036",
            "90002,1,99213",
            "90003,1,99214",
            "90003,1,XX000"),
        table(
            "covered",
            "article_id,article_version,icd10_code_id",
            "90001,3,I10",
            "90001,4,E11.9",
            "90002,1,E11.9",
            "90003,1,XX000"),
        table("not_covered", "article_id,article_version,icd10_code_id", "90003,1,I10"),
        table(
            "article_contractors",
            "article_id,article_version," + contractor,
            "90001,3,10,8,2",
            "90001,4,10,8,2",
            "90002,1,10,8,2",
            "90003,1,11,8,1"),
        table(
            "contractors",
            contractor + ",contractor_bus_name,contractor_number",
            "10,8,2,First contractor,99901",
            "11,8,1,Second contractor,99902"),
        table(
            "jurisdictions",
            contractor + ",state_id,active_date,term_date",
            "10,8,2,3,2015-01-01,",
            "10,8,2,4,2015-01-01,2018-01-01",
            "11,8,1,5,2015-01-01,"),
        table("states", "state_id,state_abbrev", "3,OH", "4,KY", "5,QN"),
        table("article_lcds", "article_id,article_version,r_lcd_id", "90001,4,39999"));
  }

  private static InstalledPublication kept(String... rows) {
    return installed(
        PublicationKind.COVERAGE_KEPT,
        table(
            "policies",
            "document,title,contractor,states,codes,covered,not_covered,units,days,from,through,source",
            rows));
  }

  private static List<String> found(
      ClaimBuilder claim, Jurisdiction jurisdiction, InstalledPublication... tables) {
    var built = claim.build();
    var policies = MedicareCoverage.of(CodeSets.of(List.of(tables))).policies(built, jurisdiction);
    return new CoverageRules()
        .check(built, Found.CONTEXT.withCoveragePolicies(policies)).stream()
            .map(finding -> finding.rule().value())
            .toList();
  }

  private static ClaimBuilder sugar(String diagnosis) {
    return aClaim()
        .filedWith(FilingIndicator.MEDICARE_PART_B)
        .diagnosis(diagnosis)
        .line("83036", "1");
  }

  @Test
  void codesAreJoinedByArticleAndVersionAndTheVersionOfTheDayCounts() {
    assertThat(found(sugar("E119"), OHIO, articles())).isEmpty();
    assertThat(found(sugar("I10"), OHIO, articles())).containsExactly("COV-DIAGNOSIS");
  }

  @Test
  void localPoliciesHoldForTheContractorAndItsStates() {
    assertThat(found(sugar("I10"), new Contractor("99901"), articles())).hasSize(1);
    assertThat(found(sugar("I10"), new Contractor("99902"), articles())).isEmpty();
    assertThat(found(sugar("I10"), new State("oh"), articles())).hasSize(1);
    assertThat(found(sugar("I10"), new State("KY"), articles())).as("no longer").isEmpty();
    assertThat(found(sugar("I10"), new State("NY"), articles())).isEmpty();
    assertThat(found(sugar("I10"), new Jurisdiction.Unknown(), articles())).isEmpty();
  }

  @Test
  void theStateOfTheBillingProviderCounts() {
    var coverage = MedicareCoverage.of(CodeSets.of(List.of(articles())));
    var claim = sugar("I10").build();
    String state = claim.billingProvider().address().state();
    assertThat(coverage.policies(claim)).isSameAs(coverage.policies(new State(state)));
  }

  @Test
  void aListOfWhatIsNotCoveredAsksForAnotherDiagnosis() {
    var newYork = new State("NY");
    var medicare = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B);
    assertThat(found(medicare.diagnosis("I10").line("99214", "1"), newYork, articles()))
        .containsExactly("COV-DIAGNOSIS");
    var other = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).diagnosis("I10", "E119");
    assertThat(found(other.pointingTo(1, 2).line("99214", "1"), newYork, articles())).isEmpty();
  }

  @Test
  void aRetiredArticleIsNotAsked() {
    var claim = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).diagnosis("I10");
    assertThat(found(claim.line("99213", "1"), OHIO, articles())).isEmpty();
  }

  @Test
  void otherPayersAreNotAsked() {
    assertThat(found(aClaim().diagnosis("I10").line("83036", "1"), OHIO, articles())).isEmpty();
  }

  @Test
  void theFindingNamesDocumentVersionContractorDaysAndAddress() {
    var claim = sugar("I10").build();
    var policies = MedicareCoverage.of(CodeSets.of(List.of(articles()))).policies(claim, OHIO);
    var finding =
        new CoverageRules().check(claim, Found.CONTEXT.withCoveragePolicies(policies)).getFirst();
    assertThat(finding.message()).contains("A90001 version 4", "Sugar; LCD L39999");
    assertThat(finding.remedy()).contains("GA", "GZ");
    assertThat(finding.source().source())
        .contains("First contractor", "article.aspx?articleid=90001&ver=4");
    assertThat(finding.source().period().from()).isEqualTo(LocalDate.of(2021, 1, 1));
  }

  @Test
  void whatThePracticeKeepsLimitsHowOften() {
    var kept = kept("NCD 1.2,Sugar,,,83036,E08-E13 R73.03,,1,90,2020-01-01,,Manual 100-03");
    assertThat(found(sugar("R7303"), OHIO, kept)).isEmpty();
    assertThat(found(sugar("I10"), new Jurisdiction.Unknown(), kept))
        .as("national")
        .containsExactly("COV-DIAGNOSIS");
    var policies =
        MedicareCoverage.of(CodeSets.of(List.of(kept))).policies(sugar("E119").build(), OHIO);
    for (int days : new int[] {89, 90}) {
      var earlier =
          aClaim()
              .numbered("T2")
              .diagnosis("E119")
              .line("83036", "1", "1", SERVED.minusDays(days))
              .build();
      var context = Found.CONTEXT.withCoveragePolicies(policies).withHistory(List.of(earlier));
      assertThat(Found.by(new CoverageRules(), sugar("E119"), context))
          .as("after %d days", days)
          .isEqualTo(days < 90 ? List.of("1 COV-FREQUENCY") : List.of());
    }
  }

  @Test
  void theIndexTellsTheTitleThatThePracticeLeftOut() {
    var index =
        installed(
            PublicationKind.COVERAGE_INDEX,
            table(
                "documents",
                "document_display_id,document_version,document_type,title,contractor_name_type,"
                    + "effective_date,retirement_date,url",
                "L39999,7,LCD,Sugar over time,A contractor\n"
                    + "(MAC - Part A),2020-01-01,,https://e.org/l"));
    var kept = kept("L39999,,99901,,83036,E119,,,,2020-01-01,,own reading");
    var claim = sugar("I10").build();
    var policies =
        MedicareCoverage.of(CodeSets.of(List.of(kept, index)))
            .policies(claim, new Contractor("99901"));
    var finding =
        new CoverageRules().check(claim, Found.CONTEXT.withCoveragePolicies(policies)).getFirst();
    assertThat(finding.message()).contains("L39999 version 7", "Sugar over time");
    assertThat(finding.source().source())
        .isEqualTo("A contractor (MAC - Part A), L39999 version 7, own reading; https://e.org/l");
    assertThat(found(sugar("I10"), OHIO, kept, index)).as("another contractor").isEmpty();
  }
}
