package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/// Reads a publisher's file of a code set, recognised by its content. Gzip is unpacked; archives
/// are listed by whoever calls.
public final class PublisherFiles {
  private static final List<Layout> LAYOUTS =
      List.of(
          new TabularXml(),
          new TermTableXml(),
          new IndexXml(),
          new ProcedureTablesXml(),
          new ProcedureIndexXml(),
          new DefinitionsXml(),
          new OrderAddenda(),
          new OrderFile(),
          new PoaExemptList(),
          new EditorList(),
          new FlatIndexCsv(),
          new HcpcsRecords(),
          new HcpcsTable(),
          new ModifierCsv(),
          new ReasonAndRemarkCsv(),
          new PlaceOfServiceCsv(),
          new RevenueCodeCsv(),
          new TaxonomyCsv(),
          new EquivalenceMapping(),
          new LicensedCodes());

  /// Facts that rules are judged by.
  private static final List<RuleLayout> RULE_LAYOUTS =
      Stream.of(
              List.of(
                  new PairFile(PublicationKind.PTP_PRACTITIONER, "ccipra"),
                  new PairFile(PublicationKind.PTP_HOSPITAL, "ccioph"),
                  new UnitLimitFile(PublicationKind.MUE_PRACTITIONER, "Practitioner Services"),
                  new UnitLimitFile(PublicationKind.MUE_HOSPITAL, "Outpatient Hospital Services"),
                  new UnitLimitFile(PublicationKind.MUE_SUPPLIER, "DME Supplier Services"),
                  new AddOnFile(),
                  new EditorFlags(),
                  EditorFlags.AGES,
                  EditorFlags.STATUSES,
                  new RelativeValueCsv(),
                  new RelativeValueText(),
                  new CostIndexCsv(),
                  new AnesthesiaFactorCsv(),
                  new ZipLocalityText(),
                  new ConversionTable()),
              SurgeryFiles.ALL,
              HospitalFiles.ALL,
              GrouperFiles.ALL,
              CoverageFiles.ALL,
              RiskFiles.ALL,
              List.of(new MarketRiskWorkbook()))
          .<RuleLayout>flatMap(List::stream)
          .toList();

  private PublisherFiles() {}

  /// Reads the whole file, or says why not.
  ///
  /// @param effectiveFrom the first day of service for which it holds, before what file and name
  ///   say; null to go by them
  public static ReadResult read(SourceFile file, @Nullable LocalDate effectiveFrom)
      throws IOException {
    try {
      var contents = Contents.of(file);
      check(contents);
      for (RuleLayout layout : RULE_LAYOUTS) {
        if (layout.fits(contents)) {
          return layout.read(contents, new Dating(file.name(), effectiveFrom));
        }
      }
      for (Layout layout : LAYOUTS) {
        if (layout.fits(contents)) {
          return layout.read(contents, new Dating(file.name(), effectiveFrom));
        }
      }
      return new ReadResult.Unknown(
          file.name(),
          "The file has the layout of no code set that is known here.",
          "Take the file as the publisher offers it, not a copy saved by another program.");
    } catch (DamagedFile e) {
      return e.refusal(file.name());
    } catch (UnknownFile e) {
      return e.result(file.name());
    }
  }

  /// What facts a file seems to hold, by its beginning; empty when it is none of the rule files.
  public static Optional<PublicationKind> ruleKind(SourceFile file) throws IOException {
    try {
      var contents = Contents.of(file);
      if (contents.isEmpty() || (contents.isBinary() && !Workbook.is(contents)))
        return Optional.empty();
      for (RuleLayout layout : RULE_LAYOUTS) {
        if (layout.fits(contents)) return Optional.of(layout.kind());
      }
    } catch (DamagedFile | UnknownFile e) {
      // a damaged file is refused when it is installed; here it is no rule file
    }
    return Optional.empty();
  }

  private static void check(Contents file) throws IOException {
    if (file.startsWith('P', 'K', 3, 4)) {
      if (!Workbook.is(file)) {
        throw new UnknownFile(
            "The file is a ZIP archive, not a table.", "Unpack it and read the files in it.");
      }
      return;
    }
    if (file.startsWith('%', 'P', 'D', 'F')) {
      throw new UnknownFile(
          "The file is a PDF document, not a table.", "It is not needed; leave it out.");
    }
    if (file.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
      throw new DamagedFile(
          1, "The file is a workbook in the old Excel form.", "Save it as .xlsx or CSV.");
    }
    if (file.isEmpty()) throw new DamagedFile(1, "The file is empty.");
    if (file.isBinary()) throw new DamagedFile(1, "The file is binary, not text.");
    String head = file.head().strip().toLowerCase(Locale.ROOT);
    if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
      throw new DamagedFile(
          1,
          "The file is a web page, not a table.",
          "The download failed; open the publisher's page and download the file again.");
    }
    if (file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new DamagedFile(1, "The file is called a workbook, but it is none.");
    }
  }
}
