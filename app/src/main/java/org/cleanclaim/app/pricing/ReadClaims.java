package org.cleanclaim.app.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.scrub.ClaimFiles;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import org.jspecify.annotations.Nullable;

/// The claims of a file in any form: 837, FHIR R4, a table with commas, or JSON.
///
/// @param refusals what could not be read
/// @param envelope of the first interchange of an 837; null for other files
public record ReadClaims(List<Claim> claims, List<Refusal> refusals, @Nullable Envelope envelope) {
  /// A claim or file that was left out.
  ///
  /// @param claim its number, or the name of the file
  public record Refusal(String claim, String message, String remedy) {}

  public ReadClaims {
    claims = List.copyOf(claims);
    refusals = List.copyOf(refusals);
  }

  /// Reads a file, recognised by its beginning.
  ///
  /// @param name for messages
  public static ReadClaims read(InputStream in, String name) throws IOException {
    var claims = new ArrayList<Claim>();
    var refusals = new ArrayList<Refusal>();
    var buffered = ClaimFiles.buffered(in);
    ClaimFiles.Form form = ClaimFiles.form(buffered);
    if (ClaimRows.are(form)) {
      var rows = new RowClaims((claim, why, todo) -> refusals.add(new Refusal(claim, why, todo)));
      String fault = ClaimRows.read(form, buffered, name, rows::add);
      rows.finish(claims::add);
      if (!fault.isEmpty()) refusals.add(new Refusal(name, fault, RowClaims.COLUMNS));
    } else if (form == ClaimFiles.Form.X12) {
      X12File file = X12Reader.read(buffered, name);
      file.findings().forEach(fault -> refuse(fault, name, refusals));
      return new ReadClaims(claims(file), refusals, envelope(file));
    } else {
      ClaimFiles.read(buffered, name, fault -> refuse(fault, name, refusals), claims::add);
    }
    return new ReadClaims(claims, refusals, null);
  }

  private static void refuse(Finding fault, String name, List<Refusal> refusals) {
    if (fault.blocks()) refusals.add(new Refusal(name, fault.message(), fault.remedy()));
  }

  private static List<Claim> claims(X12File file) {
    return file.interchanges().stream()
        .flatMap(interchange -> interchange.groups().stream())
        .flatMap(group -> group.transactions().stream())
        .filter(ClaimBatch.class::isInstance)
        .flatMap(batch -> ((ClaimBatch) batch).claims().stream())
        .toList();
  }

  private static @Nullable Envelope envelope(X12File file) {
    return file.interchanges().isEmpty() ? null : file.interchanges().getFirst().envelope();
  }

  /// The day on which a claim came where nobody says: that of the file's envelope, else the last
  /// day of service.
  public LocalDate cameOn(Claim claim) {
    return envelope == null
        ? claim.servedThrough().orElse(LocalDate.EPOCH)
        : envelope.preparedAt().toLocalDate();
  }
}
