package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// A code or modifier of HCPCS Level II, whichever of CMS's three layouts it comes in.
final class HcpcsRow {
  private final String code;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  HcpcsRow(String code, int line) throws DamagedFile {
    this.code = code;
    this.line = line;
    if (!isModifier() && !code.matches("[A-Z]\\d{4}")) {
      throw new DamagedFile(line, "\"" + code + "\" is no code of HCPCS Level II.");
    }
  }

  String code() {
    return code;
  }

  int line() {
    return line;
  }

  boolean isModifier() {
    return code.matches("[A-Z0-9]{2}");
  }

  HcpcsRow with(String attribute, String value) {
    if (!value.isBlank()) attributes.put(attribute, Xml.collapse(value.replace(':', ' ')));
    return this;
  }

  HcpcsRow withUnits(String value) {
    return value.strip().matches("0*") ? this : with("anesthesia_base", value);
  }

  /// The row with its period: from the day the code was added to the last day of its use.
  CodeList.Row row(String title, String shortTitle, String added, String acted, String ended)
      throws DamagedFile {
    if (title.isBlank()) throw new DamagedFile(line, "The long description is missing.");
    LocalDate from = day(added.isBlank() ? acted : added);
    LocalDate last = day(ended);
    EffectivePeriod period = null;
    if (from != null) {
      LocalDate until = last == null ? null : last.plusDays(1);
      if (until != null && until.isBefore(from)) {
        throw new DamagedFile(line, "The termination date is before the date of addition.");
      }
      period = new EffectivePeriod(from, until);
    }
    if (isModifier()) attributes.put("owner", "HCPCS");
    return new CodeList.Row(
        code, Xml.collapse(title), Xml.collapse(shortTitle), true, null, period, attributes);
  }

  private @Nullable LocalDate day(String date) throws DamagedFile {
    if (date.isBlank()) return null;
    try {
      return LocalDate.parse(date.strip(), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new DamagedFile(line, "\"" + date.strip() + "\" is no date YYYYMMDD.");
    }
  }

  /// The codes and the modifiers as two tables, of which one may be missing.
  static ReadResult result(CodeRows codes, CodeRows modifiers, Contents file, Dating dating)
      throws IOException {
    if (codes.isEmpty() && modifiers.isEmpty()) {
      throw new DamagedFile(1, "The file has no codes.");
    }
    Edition edition = dating.quarterly();
    String source = "CMS HCPCS Level II " + file.name();
    var tables = new ArrayList<Publication>();
    if (!codes.isEmpty()) {
      tables.add(Layout.publication(PublicationKind.HCPCS_CODES, edition, source, codes.list()));
    }
    if (!modifiers.isEmpty()) {
      tables.add(Layout.publication(PublicationKind.MODIFIERS, edition, source, modifiers.list()));
    }
    return new ReadResult.Read(tables);
  }
}
