package org.cleanclaim.app.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.paper.PaperForm;
import org.cleanclaim.app.paper.PaperOffset;
import org.cleanclaim.app.paper.PaperOffsets;
import org.cleanclaim.app.paper.PaperPrints;
import org.cleanclaim.app.paper.StockClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims on pre-printed forms, and how far printers are off.
@RestController
@RequestMapping("/api/v1")
class PaperResources {
  /// @param form CMS_1500 or UB_04
  /// @param payer short name, for its stock alone; left out for all payers
  /// @param printer left out for all printers
  /// @param right millimetres, negative to the left
  /// @param down millimetres, negative up
  record OffsetBody(
      @Nullable String form,
      @Nullable String payer,
      @Nullable String printer,
      @Nullable String right,
      @Nullable String down) {}

  record OffsetResource(
      String form, @Nullable String payer, String printer, String right, String down) {}

  private final Payers payers;
  private final PaperOffsets offsets;
  private final PaperPrints prints;

  PaperResources(Payers payers, PaperOffsets offsets, PaperPrints prints) {
    this.payers = payers;
    this.offsets = offsets;
    this.prints = prints;
  }

  /// What is printed where, and what does not fit.
  @GetMapping("/claims/{id}/form")
  StockClaim form(@PathVariable UUID id) {
    return prints.claim(prints.read(id));
  }

  /// The claim in plain words, box by box.
  @GetMapping(value = "/claims/{id}/paper.pdf", produces = "application/pdf")
  byte[] plain(@PathVariable UUID id) {
    return prints.plain(id).pdf();
  }

  @GetMapping(value = "/claims/{id}/form.pdf", produces = "application/pdf")
  byte[] pdf(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String printer,
      @RequestParam(defaultValue = "") String cut) {
    return prints.pdf(prints.read(id), printer, cut.equals("accept"));
  }

  @GetMapping("/paper-offsets")
  List<OffsetResource> offsets() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return offsets.all().stream()
        .map(k ->
            new OffsetResource(
                k.form().name(),
                k.payer(),
                k.printer(),
                k.offset().right().toPlainString(),
                k.offset().down().toPlainString()))
        .toList();
  }

  @PutMapping("/paper-offsets")
  List<OffsetResource> keep(@RequestBody OffsetBody body) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var form = BodyFields.one(PaperForm.values(), "form", body.form());
    String slug = BodyFields.text(body.payer());
    var payer = payers.all().stream().filter(p -> p.slug().equals(slug)).findFirst();
    if (!slug.isEmpty() && payer.isEmpty()) {
      throw new BadInput("There is no payer \"" + slug + "\" in the directory.");
    }
    offsets.keep(
        form,
        payer,
        BodyFields.text(body.printer()),
        new PaperOffset(millimetres("right", body.right()), millimetres("down", body.down())));
    return offsets();
  }

  private static BigDecimal millimetres(String name, @Nullable String text) {
    return Optional.ofNullable(text)
        .filter(t -> t.strip().matches("-?\\d{1,3}(\\.\\d+)?"))
        .map(t -> new BigDecimal(t.strip()))
        .orElseThrow(() -> new BadInput(name + " has to be millimetres such as -1.5."));
  }

  /// A page to lay on the stock.
  @GetMapping(value = "/paper-offsets/test-page.pdf", produces = "application/pdf")
  byte[] testPage(
      @RequestParam String form,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String printer) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return offsets.testPage(BodyFields.one(PaperForm.values(), "form", form), payer, printer);
  }
}
