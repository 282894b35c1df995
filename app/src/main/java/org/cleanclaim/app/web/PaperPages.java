package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.paper.ClaimSegments;
import org.cleanclaim.app.paper.PaperForm;
import org.cleanclaim.app.paper.PaperOffset;
import org.cleanclaim.app.paper.PaperOffsets;
import org.cleanclaim.app.paper.PaperPrints;
import org.cleanclaim.app.paper.PaperRefusal;
import org.cleanclaim.kernel.claim.ClaimType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A claim box by box beside its 837, its print on pre-printed forms, and the printers' offsets.
@Controller
class PaperPages {
  private final Pages pages;
  private final Payers payers;
  private final PaperOffsets offsets;
  private final PaperPrints prints;

  PaperPages(Pages pages, Payers payers, PaperOffsets offsets, PaperPrints prints) {
    this.pages = pages;
    this.payers = payers;
    this.offsets = offsets;
    this.prints = prints;
  }

  @GetMapping("/claims/{id}/paper")
  ResponseEntity<String> paper(HttpServletRequest request, @PathVariable UUID id) {
    var claim = prints.read(id);
    boolean hasForm = claim.snapshot().type() != ClaimType.DENTAL;
    var values = new LinkedHashMap<String, Object>();
    values.put("claim", claim);
    values.put("paper", prints.plain(claim));
    values.put("segments", ClaimSegments.of(claim.snapshot()));
    values.put("printers", offsets.printers());
    values.put("hasForm", hasForm);
    values.put("cuts", hasForm ? prints.claim(claim).cuts() : List.of());
    return pages.page(
        request,
        "claims",
        "Claim " + claim.controlNumber() + " on paper",
        "claim/on-paper.jte",
        values);
  }

  /// In plain words, box by box.
  @GetMapping(value = "/claims/{id}/paper.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> plain(@PathVariable UUID id) {
    var paper = prints.plain(id);
    return pdf("claim-" + paper.number(), paper.pdf());
  }

  /// For pre-printed stock.
  @GetMapping(value = "/claims/{id}/form.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> form(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String printer,
      @RequestParam(defaultValue = "") String cut) {
    var claim = prints.read(id);
    return pdf("form-" + claim.controlNumber(), prints.pdf(claim, printer, cut.equals("accept")));
  }

  @GetMapping("/paper-offsets")
  ResponseEntity<String> offsets(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return offsets(request, HttpStatus.OK, "");
  }

  private ResponseEntity<String> offsets(
      HttpServletRequest request, HttpStatus status, String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("kept", offsets.all());
    values.put("payers", payers.all());
    values.put("refusal", refusal);
    return pages.page(request, status, "claims", "Printing on forms", "claim/offsets.jte", values);
  }

  @PostMapping("/paper-offsets")
  ResponseEntity<String> keep(
      HttpServletRequest request,
      @RequestParam PaperForm form,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String printer,
      @RequestParam BigDecimal right,
      @RequestParam BigDecimal down) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    try {
      offsets.keep(
          form,
          payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst(),
          printer,
          new PaperOffset(right, down));
    } catch (PaperRefusal refused) {
      return offsets(request, HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/paper-offsets"))
        .build();
  }

  /// A page to lay on the stock.
  @GetMapping(value = "/paper-offsets/test-page.pdf", produces = "application/pdf")
  ResponseEntity<byte[]> testPage(
      @RequestParam PaperForm form,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String printer) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return pdf("test-page", offsets.testPage(form, payer, printer));
  }

  private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=" + name + ".pdf")
        .contentType(MediaType.APPLICATION_PDF)
        .body(content);
  }
}
