package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.app.pricing.ClaimRows.BadCell;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// The services of one claim and day that are priced together, by the schedule that holds for them.
///
/// @param zip of the place of service, empty where it is not said
record Bill(String id, Kind kind, LocalDate day, String zip, List<Item> items) {
  private static final int ZIP = 5;
  private static final String SURGICAL_CENTER = "261QA1903X";
  static final String SURGICAL_BILL = "83";

  /// Which schedule holds.
  enum Kind {
    PROFESSIONAL,
    ANESTHESIA,
    SURGICAL_CENTER,
    OUTPATIENT
  }

  /// @param number of the line on the claim
  /// @param code empty on a line that bears a revenue code alone
  /// @param units or minutes of anesthesia
  /// @param place two digits
  record Item(
      int number,
      String code,
      List<String> modifiers,
      int units,
      String place,
      @Nullable Money charge) {

    // 00100 to 01999
    boolean isAnesthesia() {
      return code.matches("0(0[1-9]|1[0-9])[0-9]{2}");
    }
  }

  Bill {
    items = List.copyOf(items);
  }

  /// The bills of a claim that is no inpatient stay, one for each day and schedule.
  static List<Bill> of(Claim claim) {
    var bills = new LinkedHashMap<String, Bill>();
    for (ServiceLine line : claim.lines()) {
      Item item = item(line, claim);
      Kind kind = kind(claim, item);
      String key = kind + " " + line.servedFrom();
      Bill known = bills.get(key);
      var items = new ArrayList<>(known == null ? List.<Item>of() : known.items());
      items.add(item);
      bills.put(
          key, new Bill(claim.controlNumber().value(), kind, line.servedFrom(), zip(claim), items));
    }
    return List.copyOf(bills.values());
  }

  private static Kind kind(Claim claim, Item item) {
    if (SURGICAL_BILL.equals(claim.billType())) return Kind.SURGICAL_CENTER;
    if (claim.type() == ClaimType.INSTITUTIONAL) return Kind.OUTPATIENT;
    if (isSurgicalCenter(claim)) return Kind.SURGICAL_CENTER;
    return item.isAnesthesia() ? Kind.ANESTHESIA : Kind.PROFESSIONAL;
  }

  private static boolean isSurgicalCenter(Claim claim) {
    var taxonomy = claim.billingProvider().taxonomy();
    return (taxonomy != null && taxonomy.value().equals(SURGICAL_CENTER))
        || claim.lines().stream()
            .anyMatch(
                line -> line.modifiers().stream().map(Modifier::value).anyMatch("SG"::equals));
  }

  private static Item item(ServiceLine line, Claim claim) {
    var place = line.placeOfService() == null ? claim.placeOfService() : line.placeOfService();
    return new Item(
        line.number(),
        line.procedure() == null ? "" : line.procedure().value(),
        line.modifiers().stream().map(Modifier::value).toList(),
        Math.max(0, line.unitsBilled().intValue()),
        place == null ? "" : place.value(),
        line.charge());
  }

  /// Of the place where it was done, else of who bills.
  private static String zip(Claim claim) {
    Provider place = claim.provider(ProviderRole.SERVICE_FACILITY).orElse(claim.billingProvider());
    var address = place.address() == null ? claim.billingProvider().address() : place.address();
    String code = address == null ? null : address.postalCode();
    return code == null ? "" : code.substring(0, Math.min(ZIP, code.length()));
  }

  /// The bill of one row, whose cells may be empty where they are not needed.
  static Bill of(ClaimRows.Row row, String name) throws BadCell {
    Map<String, Kind> kinds =
        Map.of(
            "", Kind.PROFESSIONAL,
            "professional", Kind.PROFESSIONAL,
            "anesthesia", Kind.ANESTHESIA,
            "asc", Kind.SURGICAL_CENTER,
            "outpatient", Kind.OUTPATIENT);
    Kind kind = kinds.get(row.cell("kind").toLowerCase(Locale.ROOT));
    if (kind == null) throw new BadCell("kind", row.cell("kind"));
    String code = StayFiles.code(row.needed("code"));
    if (!code.matches("[0-9A-Z]{5}")) throw new BadCell("code", row.cell("code"));
    Item item =
        new Item(
            Math.toIntExact(row.number() - 1),
            code,
            row.words("modifiers"),
            row.cell("units").isEmpty() ? 1 : row.number("units"),
            row.cell("pos").isEmpty() ? "11" : row.cell("pos"),
            row.cell("charge").isEmpty() ? null : row.money("charge"));
    return new Bill(
        row.cell("claim").isEmpty() ? name : row.cell("claim"),
        item.isAnesthesia() && kind == Kind.PROFESSIONAL ? Kind.ANESTHESIA : kind,
        row.day("dos"),
        row.cell("zip"),
        List.of(item));
  }

  /// Whether two bills belong together.
  boolean isOneWith(Bill other) {
    return id.equals(other.id)
        && kind == other.kind
        && day.equals(other.day)
        && zip.equals(other.zip);
  }

  Bill and(Bill other) {
    var both = new ArrayList<>(items);
    both.addAll(other.items);
    return new Bill(id, kind, day, zip, both);
  }
}
