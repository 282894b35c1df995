package org.cleanclaim.app.encounter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.source.DocumentFormat;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Documents from outside, over an interface or by hand: plain text, HTML, C-CDA or FHIR, told by
/// what they hold. Codes are supported by their text; the file is kept as it came.
@Component
@Transactional
public class DocumentFiling {
  /// The largest document that is taken, in millions of bytes.
  public static final int LARGEST_MEGABYTES = 12;

  private static final int MEGABYTE = 1_000_000;

  private static final int LONGEST_NAME = 200;

  /// What came of a document.
  public sealed interface Filing {
    /// It is filed.
    ///
    /// @param isNew false when the visit had this text already
    /// @param remarks what a reader of it should know, in sentences
    record Filed(boolean isNew, DocumentFormat format, List<String> remarks) implements Filing {
      public Filed {
        remarks = List.copyOf(remarks);
      }
    }

    /// Nothing was filed.
    record Refused(String sentence) implements Filing {}
  }

  private final Encounters encounters;
  private final Patients patients;

  DocumentFiling(Encounters encounters, Patients patients) {
    this.encounters = encounters;
    this.patients = patients;
  }

  /// Files a document with a visit; coding starts, or takes it as a late document.
  public Filing file(Encounter visit, String name, byte[] content) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      return new Filing.Refused(
          "A document needs a name of at most "
              + LONGEST_NAME
              + " characters, such as Visit note.");
    }
    if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
      return new Filing.Refused(
          "The document has %s MB; one of at most %d MB is taken. Send its parts as documents of their own."
              .formatted(megabytes(content.length), LARGEST_MEGABYTES));
    }
    SourceDocument read = DocumentReader.read(called, content);
    String text =
        read.format() == DocumentFormat.PLAIN_TEXT
            ? DocumentReader.characters(content)
            : read.text();
    if (read.text().isBlank()) return new Filing.Refused(errors(read));
    if (text.indexOf('\0') >= 0) {
      return new Filing.Refused(
          "The document holds a sign that no text has (NUL). Ask the sender to export it again.");
    }
    LocalDate born = patients.get(visit.patientId()).bornOn();
    if (read.born() != null && !read.born().equals(born)) {
      return new Filing.Refused(
          "The document is of somebody born on %s, the patient of visit %s was born on %s. File it with its own visit, or correct the birth date first."
              .formatted(read.born(), visit.visitNumber(), born));
    }
    boolean isAsItCame = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content);
    boolean isNew =
        encounters.document(
            visit.id(), called, text, isAsItCame ? null : new DocumentFile(read.format(), content));
    return new Filing.Filed(isNew, read.format(), remarks(read, visit));
  }

  /// For sentences: `12.1` of 12,010,000 bytes, so that what is above a limit never reads as it.
  public static BigDecimal megabytes(long bytes) {
    return BigDecimal.valueOf(bytes, 6).setScale(1, RoundingMode.UP);
  }

  private static String errors(SourceDocument read) {
    return read.findings().stream()
        .filter(Finding::blocks)
        .map(DocumentFiling::inWords)
        .collect(Collectors.joining(" "));
  }

  private static List<String> remarks(SourceDocument read, Encounter visit) {
    var remarks = new ArrayList<String>();
    read.findings().stream()
        .filter(f -> f.severity() != Severity.INFORMATION && !isAboutDays(f))
        .map(DocumentFiling::inWords)
        .forEach(remarks::add);
    LocalDate day = read.servedOn();
    boolean isStay = visit.setting().equals(EncounterSetting.INPATIENT.name());
    if (day != null && !day.equals(visit.servedOn()) && !isStay) {
      remarks.add(
          "The document names %s as the day of service, the visit was on %s. Look whether it belongs to another visit."
              .formatted(day, visit.servedOn()));
    }
    return remarks;
  }

  /// The visit says of which day the document is.
  private static boolean isAboutDays(Finding finding) {
    return finding.rule().value().equals("NOTE-DAY-UNCLEAR");
  }

  private static String inWords(Finding finding) {
    return finding.message() + " " + finding.remedy();
  }
}
