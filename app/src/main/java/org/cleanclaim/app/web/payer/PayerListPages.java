package org.cleanclaim.app.web.payer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.DirectoryFile;
import org.cleanclaim.app.contract.DirectoryRefusal;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.followup.SilentClaims;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The payer directory as a list, and as a table that comes and goes.
@Controller
class PayerListPages {
  private final Pages pages;
  private final Payers payers;
  private final PayerDirectory directory;
  private final SilentClaims silent;
  private final AuditTrail audit;

  PayerListPages(
      Pages pages, Payers payers, PayerDirectory directory, SilentClaims silent, AuditTrail audit) {
    this.pages = pages;
    this.payers = payers;
    this.directory = directory;
    this.silent = silent;
    this.audit = audit;
  }

  @GetMapping("/payers")
  ResponseEntity<String> list(
      HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
    AccessDeniedForActor.unlessEither(Permission.SEE_PATIENT, Permission.SEE_CLAIM);
    return page(request, HttpStatus.OK, q, "", "");
  }

  @GetMapping(value = "/payers.csv", produces = "text/csv")
  ResponseEntity<String> csv(@RequestParam(defaultValue = "") String q) {
    AccessDeniedForActor.unlessEither(Permission.SEE_PATIENT, Permission.SEE_CLAIM);
    var csv = new StringBuilder(String.join(",", DirectoryFile.COLUMNS)).append('\n');
    for (var row : rows(q)) {
      csv.append(Csv.line(DirectoryFile.line(row.entry()).toArray())).append('\n');
    }
    audit.record("exported", "payer directory", "csv", null, null);
    return CsvAnswer.of("payers.csv", csv.toString());
  }

  @PostMapping("/payers/file")
  ResponseEntity<String> takeOver(HttpServletRequest request, @RequestParam MultipartFile table) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    try {
      int taken = directory.takeOver(new String(table.getBytes(), StandardCharsets.UTF_8));
      String said = "%d %s taken over.".formatted(taken, taken == 1 ? "payer" : "payers");
      return page(request, HttpStatus.OK, "", said, "");
    } catch (DirectoryRefusal refusal) {
      return page(
          request, HttpStatus.UNPROCESSABLE_CONTENT, "", "", String.valueOf(refusal.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<PayerRow> rows(String q) {
    var measured = silent.measuredDays();
    return payers.all().stream()
        .map(payer -> new PayerRow(directory.entry(payer), measured.get(payer.id())))
        .filter(row -> row.fits(q))
        .toList();
  }

  private ResponseEntity<String> page(
      HttpServletRequest request, HttpStatus status, String q, String said, String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", rows(q));
    values.put("query", q);
    values.put("said", said);
    values.put("refusal", refusal);
    return pages.page(request, status, "patients", "Payers", "payer/list.jte", values);
  }
}
