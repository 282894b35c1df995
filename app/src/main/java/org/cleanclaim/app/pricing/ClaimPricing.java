package org.cleanclaim.app.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.cleanclaim.app.pricing.ClaimRows.BadCell;
import org.cleanclaim.app.scrub.ClaimFiles;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.cleanclaim.pricing.physician.Locality;
import org.cleanclaim.pricing.physician.Participation;
import org.cleanclaim.pricing.physician.Practitioner;
import org.jspecify.annotations.Nullable;

/// Prices all that files of claims hold: inpatient stays by DRG, outpatient lines by Addendum B,
/// lines of surgical centers, anesthesia, and other professional services by the physician fees.
public final class ClaimPricing {
  private static final String COLUMNS =
      "The columns are claim, kind (professional, anesthesia, asc or outpatient), code, modifiers,"
          + " units, pos, dos, charge and zip; of a stay (kind inpatient) others.";

  private final StayPricing stays;
  private final BillPricer bills;
  private final Consumer<PricedItem> receiver;
  private @Nullable Bill open;

  /// @param hospitals by NPI and by certification number
  /// @param area the wage area of surgical centers, empty where it is not known
  /// @param baseUnits of anesthesia codes
  public ClaimPricing(
      CodeSets codeSets,
      Map<String, Hospital> hospitals,
      @Nullable Locality locality,
      String area,
      Map<String, Integer> baseUnits,
      Practitioner practitioner,
      Participation participation,
      Consumer<PricedItem> receiver) {
    this.stays = new StayPricing(codeSets, hospitals);
    this.bills =
        new BillPricer(
            codeSets, new BillPricer.Terms(locality, area, baseUnits, practitioner, participation));
    this.receiver = receiver;
  }

  /// Prices a file, recognised by its beginning.
  public void price(InputStream in, String name) throws IOException {
    var buffered = ClaimFiles.buffered(in);
    ClaimFiles.Form form = ClaimFiles.form(buffered);
    if (ClaimRows.are(form)) {
      String fault = ClaimRows.read(form, buffered, name, row -> row(row, name));
      flush();
      if (!fault.isEmpty()) refuse(name, fault, COLUMNS);
    } else {
      ClaimFiles.read(buffered, name, fault -> fault(fault, name), this::claim);
    }
  }

  private void fault(Finding finding, String name) {
    if (finding.blocks()) refuse(name, finding.message(), finding.remedy());
  }

  private void refuse(String id, String message, String remedy) {
    receiver.accept(PricedItem.refused(id, "none", message, remedy));
  }

  private void claim(Claim claim) {
    String type = claim.billType() == null ? "" : claim.billType();
    if (claim.type() == ClaimType.DENTAL) {
      refuse(
          claim.controlNumber().value(), "Dental claims have no Medicare price.", "Leave it out.");
    } else if (ClaimFacts.isInpatient(claim)) {
      receiver.accept(stays.price(StayBill.of(claim)));
    } else if (claim.type() == ClaimType.INSTITUTIONAL
        && !type.matches("1[34]|" + Bill.SURGICAL_BILL)) {
      refuse(
          claim.controlNumber().value(),
          "Bills of type %sx are not priced.".formatted(type),
          "Price bills of type 11x, 12x, 13x, 14x and 83x.");
    } else {
      Bill.of(claim).forEach(bill -> bills.price(bill).forEach(receiver));
    }
  }

  private void row(ClaimRows.Row row, String name) {
    try {
      if (StayBill.is(row)) {
        flush();
        receiver.accept(stays.price(StayBill.of(row)));
        return;
      }
      Bill bill = Bill.of(row, name);
      if (open != null && open.isOneWith(bill)) {
        open = open.and(bill);
      } else {
        flush();
        open = bill;
      }
    } catch (BadCell e) {
      flush();
      refuse(
          row.where(),
          String.valueOf(e.getMessage()),
          StayBill.is(row) ? StayBill.COLUMNS : COLUMNS);
    }
  }

  private void flush() {
    if (open != null) bills.price(open).forEach(receiver);
    open = null;
  }
}
