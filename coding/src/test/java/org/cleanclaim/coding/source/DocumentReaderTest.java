package org.cleanclaim.coding.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static SourceDocument read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SourceDocument read(byte[] bytes) {
    return DocumentReader.read("note", bytes);
  }

  private static List<String> rules(SourceDocument document) {
    return document.findings().stream().map(Finding::rule).map(Object::toString).toList();
  }

  @Test
  void plainTextStaysAsItIs() {
    String note = "HPI: Cough.\r\nDate of service: 03/12/2026\r\nAssessment:\r\n1. Bronchitis\r\n";

    SourceDocument document = read(note);

    assertThat(document.format()).isEqualTo(DocumentFormat.PLAIN_TEXT);
    assertThat(document.text()).isEqualTo(note);
    assertThat(document.servedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
    int at = note.indexOf("Bronchitis");
    assertThat(document.section(at)).isEqualTo("Assessment");
    assertThat(document.origin(at).inWords()).isEqualTo("line 4");
    assertThat(document.line(at)).isEqualTo(4);
    assertThat(document.findings()).isEmpty();
  }

  @Test
  void htmlBecomesLinesThatKnowTheirPlace() {
    SourceDocument document =
        read(
            """
            <!DOCTYPE html><html><head><title>x</title><style>p{}</style></head>
            <body><h2>Assessment</h2>
            <ol>
            <li>Caf&eacute; &amp; <b>Hyper</b>tension</li>
            <li><del>Gout</del>Asthma</li></ol>
            <h2>Vendor banner</h2><p>Diabetes pamphlet</p>
            <script>Pneumonia</script></body></html>
            """);

    assertThat(document.format()).isEqualTo(DocumentFormat.HTML);
    assertThat(document.text())
        .contains("Assessment\n- Caf&eacute; & Hypertension\n- Asthma\n")
        .contains("Other section:\nVendor banner\nDiabetes pamphlet")
        .doesNotContain("Gout")
        .doesNotContain("Pneumonia");
    assertThat(document.origin(document.text().indexOf("Asthma")).line()).isEqualTo(5);
  }

  private static final String CDA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ClinicalDocument xmlns="urn:hl7-org:v3">
        <recordTarget><patientRole><patient>
          <administrativeGenderCode code="F"/><birthTime value="19600102"/>
        </patient></patientRole></recordTarget>
        <componentOf><encompassingEncounter><effectiveTime><low value="20260312"/></effectiveTime>
        </encompassingEncounter></componentOf>
        <component><structuredBody>
          <component><section><code code="11450-4"/><title>Problems</title>
            <text><table><thead><tr><th>Problem</th><th>Status</th></tr></thead><tbody>
              <tr><td>Hypertension</td><td>Active</td></tr>
              <tr><td><content>Pneumonia</content></td><td>Resolved</td></tr>
            </tbody></table></text></section></component>
          ASSESSED
          <component><section><code code="99999-9"/><title>Household pets</title>
            <text>Gout pays well</text></section></component>
        </structuredBody></component>
      </ClinicalDocument>
      """;

  @Test
  void sectionsOfClinicalDocumentsKeepTitleCodeAndLine() {
    SourceDocument document = read(CDA.replace("ASSESSED", ""));

    assertThat(document.format()).isEqualTo(DocumentFormat.CDA);
    assertThat(document.text())
        .contains("Problem list:\nProblem, Status\n- Hypertension, Active\n")
        .contains("Past medical history:\n- Pneumonia, Resolved\n")
        .contains("Other section:\nHousehold pets\nGout pays well\n");
    int at = document.text().indexOf("Hypertension");
    assertThat(document.section(at)).isEqualTo("Problems");
    assertThat(document.line(at)).isEqualTo(3);
    int past = document.text().indexOf("Pneumonia");
    assertThat(document.line(past)).isEqualTo(6);
    assertThat(document.origin(at).inWords()).isEqualTo("section Problems, line 11");
    assertThat(document.sections().getFirst().loinc()).isEqualTo("11450-4");
    assertThat(document.servedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(document.born()).isEqualTo(LocalDate.of(1960, 1, 2));
  }

  @Test
  void relativesAreNotThePatient() {
    String mother =
        """
        <component><section><title>Family history</title><text>Mother has gout</text>
        <entry><organizer><subject><relatedSubject><subject><administrativeGenderCode code="M"/>
        <birthTime value="19310405"/></subject></relatedSubject></subject></organizer></entry></section></component>
        """;
    SourceDocument document = read(CDA.replace("ASSESSED", mother));
    assertThat(document.born()).isEqualTo(LocalDate.of(1960, 1, 2));
    assertThat(document.sex()).isEqualTo(Sex.FEMALE);

    SourceDocument both =
        read(
            """
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Patient","gender":"female","birthDate":"1990-05-06"}},
              {"resource":{"resourceType":"Patient","gender":"male","birthDate":"2026-03-12"}},
              {"resource":{"resourceType":"Composition","section":[
                {"title":"Visit","text":{"div":"<div>Well</div>"}}]}}]}
            """);
    assertThat(both.born()).isNull();
    assertThat(both.sex()).isEqualTo(Sex.UNKNOWN);
  }

  @Test
  void aTextTakenOutOfAFileIsReadAsItStands() {
    String text = "<p>Assessment:\n[ ] Gout\n[x] Asthma\n";
    SourceDocument document = DocumentReader.ofText("note", text);
    assertThat(document.format()).isEqualTo(DocumentFormat.PLAIN_TEXT);
    assertThat(document.text()).hasSameSizeAs(text).contains("Asthma").doesNotContain("Gout");
    assertThat(DocumentReader.ofText("note", "Diagnosis: ____\nPlan: ____\n").isCodable())
        .isFalse();
    assertThat(DocumentReader.characters(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void aProblemListIsHistoryBesideAnAssessment() {
    String assessed =
        """
        <component><section><code code="51848-0"/><title>A/P today</title>
        <text><list><item>Gout</item></list></text></section></component>
        """;

    assertThat(read(CDA.replace("ASSESSED", assessed)).text())
        .contains("Assessment:\n- Gout\n")
        .contains("Past medical history:\nProblem, Status\n- Hypertension, Active\n");
  }

  @Test
  void aDocumentTypeIsRefusedAndNothingOutsideIsRead() {
    String attack =
        """
        <!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <ClinicalDocument><component><structuredBody><component><section><title>Assessment</title>
        <text>&x;</text></section></component></structuredBody></component></ClinicalDocument>
        """;

    SourceDocument document = read(attack);

    assertThat(rules(document)).contains("NOTE-DAMAGED");
    assertThat(document.isCodable()).isFalse();
    assertThat(rules(read("<ClinicalDocument><component>"))).contains("NOTE-DAMAGED");
    assertThat(rules(read("<ClinicalDocument>" + "<a>".repeat(300)))).contains("NOTE-DAMAGED");
  }

  @Test
  void documentsOfFhirAreReadFromNarrativeAndAttachment() {
    String note =
        Base64.getEncoder()
            .encodeToString("Assessment:\n1. Gout\n".getBytes(StandardCharsets.UTF_8));
    SourceDocument document =
        read(
            """
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Patient","gender":"male","birthDate":"1970-05-06"}},
              {"resource":{"resourceType":"Composition","date":"2026-03-12","section":[
                {"title":"Visit","code":{"coding":[{"system":"http://loinc.org","code":"51848-0"}]},
                 "text":{"div":"<div xmlns='http://www.w3.org/1999/xhtml'><ul><li>Asthma</li></ul></div>"}}]}},
              {"resource":{"resourceType":"DocumentReference","content":[
                {"attachment":{"contentType":"text/plain","data":"NOTE"}},
                {"attachment":{"contentType":"application/pdf","data":"NOTE"}},
                {"attachment":{"url":"Binary/7"}},{"attachment":{"url":"https://away.example/x"}}]}},
              {"fullUrl":"urn:b","resource":{"resourceType":"Binary","id":"7","contentType":"text/plain","data":"NOTE"}},
              {"resource":{"resourceType":"Condition","text":{"div":"<div>Pneumonia</div>"}}}]}
            """
                .replace("NOTE", note));

    assertThat(document.text())
        .contains("Assessment:\n- Asthma\n")
        .contains("1. Gout")
        .doesNotContain("Pneumonia");
    assertThat(document.origin(document.text().indexOf("Gout")).inWords())
        .isEqualTo("Bundle.entry[2].DocumentReference.content[0].attachment, line 2");
    assertThat(rules(document)).containsExactly("NOTE-PART-NOT-READ", "NOTE-PART-NOT-READ");
    assertThat(document.servedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(rules(read("{\"resourceType\":\"Claim\"}"))).contains("NOTE-PART-NOT-READ");
    assertThat(rules(read("{\"resourceType\":\"Bundle\", "))).contains("NOTE-DAMAGED");
  }

  @Test
  void encodingsAreToldApart() {
    String note = "Assessment: Ménière disease";

    assertThat(read(note).text()).isEqualTo(note);
    assertThat(read(("\uFEFF" + note).getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(note);
    assertThat(read(("\uFEFF" + note).getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo(note);
    SourceDocument old = read(note.getBytes(Charset.forName("windows-1252")));
    assertThat(old.text()).isEqualTo(note);
    assertThat(rules(old)).containsExactly("NOTE-ENCODING");
    assertThat(rules(read(new byte[] {'H', 'P', 'I', 0, 1, 2}))).containsExactly("NOTE-BINARY");
    assertThat(rules(read("%PDF-1.7 hello"))).containsExactly("NOTE-BINARY");
    assertThat(rules(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})))
        .containsExactly("NOTE-BINARY");
  }

  @Test
  void whatHoldsNothingToCodeIsSaid() {
    assertThat(rules(read(""))).containsExactly("NOTE-EMPTY");
    assertThat(rules(read("  \n\t"))).containsExactly("NOTE-EMPTY");
    assertThat(rules(read("<html><body><p> </p></body></html>"))).containsExactly("NOTE-EMPTY");
    assertThat(rules(read("HPI:\n***\nAssessment:\n@DIAG@\nPlan: ____ [insert plan]\n")))
        .containsExactly("NOTE-TEMPLATE");
    assertThat(rules(read("HPI:\n***\nAssessment:\nGout\n"))).isEmpty();
  }

  @Test
  void spanishTextIsSaidAndNotGuessedAt() {
    String note =
        "El paciente es un hombre de 60 años que acude por dolor en la pierna. Se le realizó una"
            + " radiografía de la rodilla y fue dado de alta con tratamiento para el dolor.";

    String brief = "Paciente con diabetes mellitus en control. Dolor de la rodilla derecha.";

    for (String each : List.of(note, brief)) {
      assertThat(rules(read(each))).containsExactly("NOTE-LANGUAGE");
      assertThat(read(each).isCodable()).isFalse();
    }
  }

  @Test
  void aShortNoteInAnotherLanguageIsSaidToo() {
    assertThat(Language.foreign("Paciente refiere dolor abdominal. Diabetes mellitus."))
        .contains("Spanish");
    assertThat(Language.foreign("Patient de 60 ans avec hypertension artérielle et diabète."))
        .contains("French");
    assertThat(Language.foreign("Calor, rubor, dolor and tumor at the knee.")).isEmpty();
  }

  @Test
  void abbreviationsAndNamesAreNoSpanish() {
    for (String each :
        List.of(
            "LV normal. LA mildly dilated. LA diameter 4.2 cm. LA volume 78 ml. LA index 40. LA"
                + " pressure elevated.",
            "Patient: Maria de la Cruz. Provider: Jose de la Torre. Clinica de la Raza. Dx HTN.")) {
      assertThat(rules(read(each))).doesNotContain("NOTE-LANGUAGE");
    }
  }

  @Test
  void boxesNobodyCheckedSayNothingAndMoveNothing() {
    String note = "Assessment:\n[ ] Gout [x] Asthma\n\u2610 Pneumonia\n";

    SourceDocument document = read(note);

    assertThat(document.text())
        .hasSameSizeAs(note)
        .doesNotContain("Gout")
        .doesNotContain("Pneumonia");
    assertThat(document.text().indexOf("Asthma")).isEqualTo(note.indexOf("Asthma"));
    assertThat(rules(document)).containsExactly("NOTE-UNCHECKED");
  }

  @Test
  void aLargeNoteIsReadAndALargerOneRefused() {
    String large = "Assessment:\n" + "1. Gout, stable on treatment.\n".repeat(170_000);

    assertThat(large.length()).isGreaterThan(5_000_000);
    assertThat(read(large).isCodable()).isTrue();
    assertThat(rules(read(new byte[DocumentReader.LARGEST + 1]))).containsExactly("NOTE-TOO-LARGE");
  }

  @Test
  void aLongLineOfManyPiecesIsReadInOneGo() {
    SourceDocument document =
        read("<html><body>" + "<b>gout</b> ".repeat(200_000) + "</body></html>");

    assertThat(document.text()).hasSize(5 * 200_000);
  }

  @Test
  void theDayOfServiceIsReadHoweverItIsWritten() {
    for (String written :
        List.of(
            "DOS 03/10/2025",
            "DOS: 3/10/25",
            "Date of service: March 10, 2025",
            "Date of exam: 03-10-2025",
            "Date: 10 Mar 2025",
            "Admission date: 03/06/2025\nDischarge date: 03/10/2025",
            "Dates\nDOS: 03/06/2025 - 03/10/2025")) {
      assertThat(read("HPI: Cough.\n" + written + "\nAssessment: Bronchitis\n").servedOn())
          .as(written)
          .isEqualTo(LocalDate.of(2025, 3, 10));
    }
  }

  @Test
  void aDayThatIsNoneIsAFinding() {
    SourceDocument document = read("DOS: 13/45/2025\nAssessment: Bronchitis\n");

    assertThat(document.servedOn()).isNull();
    assertThat(document.findings())
        .anySatisfy(finding -> {
          assertThat(finding.rule().value()).isEqualTo("NOTE-DAY-UNCLEAR");
          assertThat(finding.message()).contains("13/45/2025");
        });
  }

  @Test
  void aStayOfAClinicalDocumentIsJudgedByItsLastDay() {
    String low = "<low value=\"20260312\"/>";
    String stay = CDA.replace(low, low + "<high value=\"20260316\"/>");

    assertThat(read(stay.replace("ASSESSED", "")).servedOn()).isEqualTo(LocalDate.of(2026, 3, 16));
  }
}
