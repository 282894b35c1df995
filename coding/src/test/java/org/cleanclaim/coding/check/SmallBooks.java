package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.codesets.publication.TabularList;

/// Books with a few dozen codes and notes, as if they were whole.
final class SmallBooks {
  static final LocalDate BEGIN = LocalDate.of(2025, 10, 1);

  /// Of an earlier year than the codes.
  static final String TABULAR_EDITION = "FY2021";

  private static final String CODES =
      """
      A419 Sepsis, unspecified organism
      B9620 Unspecified Escherichia coli [E. coli] as the cause of diseases classified elsewhere
      E11 Type 2 diabetes mellitus
      E1122 Type 2 diabetes mellitus with diabetic chronic kidney disease
      E1142 Type 2 diabetes mellitus with diabetic polyneuropathy
      E1143 Type 2 diabetes mellitus with diabetic autonomic (poly)neuropathy
      E119 Type 2 diabetes mellitus without complications
      E669 Obesity, unspecified
      F0280 Dementia in other diseases classified elsewhere, unspecified severity
      G20A1 Parkinson's disease without dyskinesia, without mention of fluctuations
      H2511 Age-related nuclear cataract, right eye
      H2512 Age-related nuclear cataract, left eye
      H2513 Age-related nuclear cataract, bilateral
      I10 Essential (primary) hypertension
      I110 Hypertensive heart disease with heart failure
      I5021 Acute systolic (congestive) heart failure
      I5022 Chronic systolic (congestive) heart failure
      I5023 Acute on chronic systolic (congestive) heart failure
      I509 Heart failure, unspecified
      J189 Pneumonia, unspecified organism
      J449 Chronic obstructive pulmonary disease, unspecified
      J45909 Unspecified asthma, uncomplicated
      J45991 Cough variant asthma, uncomplicated
      J0100 Acute maxillary sinusitis, unspecified
      J320 Chronic maxillary sinusitis
      K3184 Gastroparesis
      K810 Acute cholecystitis
      K811 Chronic cholecystitis
      K812 Acute cholecystitis with chronic cholecystitis
      K3580 Unspecified acute appendicitis
      L270 Generalized skin eruption due to drugs and medicaments taken internally
      M179 Osteoarthritis of knee, unspecified
      M170 Bilateral primary osteoarthritis of knee
      M1711 Unilateral primary osteoarthritis, right knee
      M1712 Unilateral primary osteoarthritis, left knee
      M25561 Pain in right knee
      M25562 Pain in left knee
      M25569 Pain in unspecified knee
      N179 Acute kidney failure, unspecified
      N183 Chronic kidney disease, stage 3 (moderate)
      N1830 Chronic kidney disease, stage 3 unspecified
      N390 Urinary tract infection, site not specified
      O0991 Supervision of high risk pregnancy, unspecified, first trimester
      O0993 Supervision of high risk pregnancy, unspecified, third trimester
      O24420 Gestational diabetes mellitus in childbirth, diet controlled
      O80 Encounter for full-term uncomplicated delivery
      R05 Cough
      R059 Cough, unspecified
      R6521 Severe sepsis with septic shock
      R6520 Severe sepsis without septic shock
      S0001XA Abrasion of scalp, initial encounter
      S0001XD Abrasion of scalp, subsequent encounter
      S0001XS Abrasion of scalp, sequela
      S0001 Abrasion of scalp
      L905 Scar conditions and fibrosis of skin
      T23101A Burn of first degree of right hand, unspecified site, initial encounter
      T23301A Burn of third degree of right hand, unspecified site, initial encounter
      T391X1A Poisoning by 4-Aminophenol derivatives, accidental (unintentional), initial encounter
      T383X6A Underdosing of insulin and oral hypoglycemic [antidiabetic] drugs, initial encounter
      T360X5A Adverse effect of penicillins, initial encounter
      K7200 Acute and subacute hepatic failure without coma
      W19XXXA Unspecified fall, initial encounter
      W19XXXD Unspecified fall, subsequent encounter
      Y92009 Unspecified place in unspecified non-institutional (private) residence
      Y92410 Unspecified street and highway as the place of occurrence
      Z0000 Encounter for general adult medical examination without abnormal findings
      Z370 Single live birth
      Z3401 Encounter for supervision of normal first pregnancy, first trimester
      Z3A12 12 weeks gestation of pregnancy
      Z3A36 36 weeks gestation of pregnancy
      Z6835 Body mass index [BMI] 35.0-35.9, adult
      Z794 Long term (current) use of insulin
      C61 Malignant neoplasm of prostate
      """;

  private static final String HEADERS = " E11 N183 R05 S0001 ";

  private static final String NOTES =
      """
      E11 USE_ADDITIONAL Z794
      E669 USE_ADDITIONAL Z68-
      E1122 USE_ADDITIONAL N183-
      E119 EXCLUDES1 E669
      F0280 CODE_FIRST G20-
      J449 EXCLUDES1 J45-
      N390 USE_ADDITIONAL B96-
      J189 CODE_ALSO J449
      """;

  private SmallBooks() {}

  static CodeSets codeSets() {
    return CodeSets.of(
        List.of(
            installed(PublicationKind.ICD10CM_CODES, list()),
            InstalledPublication.of(
                new Publication(
                    PublicationKind.ICD10CM_TABULAR,
                    TABULAR_EDITION,
                    BEGIN,
                    "test",
                    false,
                    tabular())),
            installed(PublicationKind.ICD10CM_INDEX, index()),
            installed(
                PublicationKind.ICD10CM_POA_EXEMPT, new ExemptCodes(List.of("Z794", "Z6835"))),
            installed(
                PublicationKind.ICD10CM_SEX,
                new CodeClasses(List.of(new CodeClasses.Row("C61", "M")))),
            installed(
                PublicationKind.ICD10CM_AGE,
                new CodeClasses(List.of(new CodeClasses.Row("O80", "9-64")))),
            installed(PublicationKind.MCE, editor())));
  }

  private static InstalledPublication installed(PublicationKind kind, Content content) {
    return InstalledPublication.of(new Publication(kind, "FY2026", BEGIN, "test", false, content));
  }

  private static Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    CODES
        .lines()
        .forEach(line -> titles.put(line.split(" ")[0], line.substring(line.indexOf(' ') + 1)));
    return titles;
  }

  private static CodeList list() {
    var rows = new ArrayList<CodeList.Row>();
    titles()
        .forEach((code, title) ->
            rows.add(
                new CodeList.Row(
                    code, title, "", !HEADERS.contains(" " + code + " "), null, null, Map.of())));
    return new CodeList(rows);
  }

  private static TabularList tabular() {
    var entries = new ArrayList<TabularList.Entry>();
    titles()
        .forEach((code, title) -> {
          String parent = code.startsWith("E11") && code.length() > 3 ? "E11" : null;
          entries.add(
              new TabularList.Entry(
                  TabularList.Level.CODE, code, title, parent, notes(code), List.of(), false));
        });
    return new TabularList(entries);
  }

  private static List<Note> notes(String code) {
    return NOTES
        .lines()
        .map(line -> line.split(" "))
        .filter(parts -> parts[0].equals(code))
        .map(parts ->
            new Note(Note.Kind.valueOf(parts[1]), "note (" + parts[2] + ")", List.of(parts[2])))
        .toList();
  }

  private static AlphabeticIndex index() {
    return new AlphabeticIndex(
        List.of(
            term(0, "Appendicitis"),
            term(1, "acute", "K3580"),
            term(2, "without perforation or gangrene", "K3580"),
            term(0, "Asthma"),
            term(1, "cough variant", "J45991"),
            term(0, "Diabetes, diabetic"),
            term(1, "type 2", "E119"),
            term(2, "with"),
            term(3, "gangrene", "E1152"),
            term(3, "gastroparesis", "E1143"),
            term(0, "Gastroparesis", "K3184"),
            term(0, "Parkinson's disease", "G20A1"),
            term(0, "Sepsis", "A419"),
            term(1, "with"),
            term(2, "organ dysfunction", "R6520"),
            term(3, "with septic shock", "R6521")));
  }

  private static AlphabeticIndex.Term term(int level, String title, String... codes) {
    return new AlphabeticIndex.Term(level, title, "", List.of(codes), List.of(), List.of());
  }

  private static RuleTables editor() {
    return new RuleTables(
        List.of(
            new RuleTables.Table(
                "diagnoses",
                List.of("code", "from", "to", "flags"),
                List.of(
                    List.of("R6520", "2015-10-01", "2026-09-30", "UNACCEPTABLE"),
                    List.of("Z794", "2015-10-01", "2026-09-30", "UNACCEPTABLE"),
                    List.of("O0991", "2015-10-01", "2026-09-30", "FEMALE,MATERNITY"))),
            new RuleTables.Table(
                "ages",
                List.of("type", "from", "to", "start_age", "end_age"),
                List.of(List.of("MATERNITY", "2015-10-01", "2026-09-30", "9", "64")))));
  }
}
