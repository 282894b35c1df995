package org.cleanclaim.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.KidneyStatus;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.Subsidy;
import org.junit.jupiter.api.Test;

class MemberFilesTest {
  private static final String HEADING =
      "member,dob,sex,orec,dual,lti,new_enrollee,snp,diagnoses,date\n";

  private static MemberFiles read(String text) {
    var files = new MemberFiles(2025, null, code -> !code.equals("E1199"));
    try {
      files.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "members");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return files;
  }

  private static String refusal(String row) {
    var member = read(HEADING + row + "\n").members().iterator().next();
    return member.member(2026) instanceof MemberRecord.Outcome.Impossible impossible
        ? impossible.finding().toString()
        : "none";
  }

  @Test
  void rowsOfOneMemberComeTogether() {
    var files =
        read(
            HEADING
                + "1,1970-03-04,M,1,02,Y,,,F20.9 F10.20,2025-05-01\n"
                + "1,,,,,,,,I70.211,2025-06-01\n");

    assertThat(files.findings()).isEmpty();
    assertThat(files.diagnosesOf("1")).containsExactly("F209", "F1020", "I70211");
    var known = (MemberRecord.Outcome.Known) files.members().iterator().next().member(2026);
    assertThat(known.member().ageYears()).isEqualTo(55);
    assertThat(known.member().medicaid()).isEqualTo(Medicaid.FULL);
    assertThat(known.member().residence()).isEqualTo(Residence.INSTITUTION);
    assertThat(known.member().enrollment()).isEqualTo(Enrollment.CONTINUING);
  }

  @Test
  void jsonSaysTheSame() {
    var files =
        read(
            """
            [{"member": "1", "age": 70, "sex": "F", "orec": 0, "dual": "NA", "diagnoses": ["E11.9", "I10"]},
             {"member": "2", "age": 71, "sex": "F", "orec": 0, "new_enrollee": true}]
            """);

    assertThat(files.findings()).isEmpty();
    assertThat(files.members()).hasSize(2);
    assertThat(files.diagnosesOf("1")).containsExactly("E119", "I10");
    assertThat(files.diagnosesOf("3")).isEmpty();
  }

  @Test
  void brokenJsonIsAFinding() {
    assertThat(read("[{\"member\": \"1\", ").findings()).hasSize(1);
  }

  @Test
  void aFileThatIsNoTableOfMembersIsOneFinding() {
    var noise = new StringBuilder("\u0000PNG\u0001\n");
    for (int i = 0; i < 300; i++) noise.append("\u0000\u0007,").append(i).append('\n');

    var findings = read(noise.toString()).findings();

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().reason()).contains("no column \"member\"");
  }

  @Test
  void whatCannotBeUsedIsNamedAndTheRestGoesOn() {
    var files =
        read(
            HEADING
                + "1,1940-01-01,F,0,,,,,E11.9 XX9,\n"
                + "1,1941-01-01,,,,,,,I10,\n"
                + "1,,,,,,,,I50.22,2024-05-01\n"
                + ",1940-01-01,F,0,,,,,E119,\n");

    assertThat(files.diagnosesOf("1")).containsExactly("E119", "I10");
    assertThat(files.findings())
        .extracting(RiskFinding::where)
        .containsExactly("members line 2", "members line 3", "members line 4", "members line 5");
  }

  @Test
  void aCodeThatWasNotValidIsLeftOutAndNamed() {
    var files = read(HEADING + "1,1940-01-01,F,0,,,,,E11.9 E11.99,\n");

    assertThat(files.diagnosesOf("1")).containsExactly("E119");
    assertThat(files.findings())
        .extracting(RiskFinding::reason)
        .containsExactly("E11.99 was not valid for submission in 2025.");
  }

  @Test
  void impossibleMembersAreRefusedWithASentence() {
    for (var row :
        List.of(
            new String[] {"1,2027-01-01,F,0,,,,,,", "no age or day of birth"},
            new String[] {"1,1840-01-01,F,0,,,,,,", "no age or day of birth"},
            new String[] {"1,1980-01-01,F,0,,,,,,", "46 years cannot have Medicare by age"},
            new String[] {"1,1940-01-01,X,0,,,,,,", "no sex"},
            new String[] {"1,1940-01-01,M,7,,,,,,", "no original reason"},
            new String[] {"1,1980-01-01,M,,,,,,,", "(orec) is not stated"},
            new String[] {"1,1940-01-01,M,0,77,,,,,", "no dual status code"},
            new String[] {"1,1940-01-01,M,0,,perhaps,,,,", "no answer for lti"},
            new String[] {"1,1940-01-01,M,0,,,N,Y,,", "new_enrollee is not Y"})) {
      assertThat(refusal(row[0])).contains(row[1]);
    }
  }

  @Test
  void claimsAreRefusedWithoutTheListOfServices() {
    assertThat(read("ISA*00*").findings())
        .extracting(RiskFinding::reason)
        .containsExactly(
            "The list of services whose diagnoses count is not installed for the year.");
  }

  @Test
  void kidneyAndLowIncomeAreRead() {
    var files =
        read(
            """
            member,age,sex,orec,kidney,low_income
            1,70,F,0,dialysis,Y
            2,70,F,0,12,
            3,70,F,0,bad,
            """);
    var members =
        files.members().stream()
            .map(record -> record.member(2026))
            .filter(MemberRecord.Outcome.Known.class::isInstance)
            .map(known -> ((MemberRecord.Outcome.Known) known).member())
            .toList();
    assertThat(members)
        .extracting(Member::kidney)
        .containsExactly(KidneyStatus.DIALYSIS, KidneyStatus.GRAFT_MONTH_10_AND_LATER);
    assertThat(members)
        .extracting(Member::subsidy)
        .containsExactly(Subsidy.LOW_INCOME, Subsidy.NONE);
  }
}
