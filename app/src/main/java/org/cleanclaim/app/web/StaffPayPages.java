package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.insight.PayPositions;
import org.cleanclaim.app.insight.PayPositions.Position;
import org.cleanclaim.app.staff.Pay;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.PayRecords.Reading;
import org.cleanclaim.app.staff.QueueRules;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people earn beside what is published, for administrators and named managers.
@Controller
public class StaffPayPages {

  /// A person's pay with its picture.
  ///
  /// @param picture null when pay or range is not known
  public record PayRow(Position position, @Nullable RangePicture picture) {}

  private final Pages pages;
  private final PayPositions positions;
  private final PayRecords pays;
  private final Staff staff;
  private final QueueRules rules;
  private final Organizations organizations;

  StaffPayPages(
      Pages pages,
      PayPositions positions,
      PayRecords pays,
      Staff staff,
      QueueRules rules,
      Organizations organizations) {
    this.pages = pages;
    this.positions = positions;
    this.pays = pays;
    this.staff = staff;
    this.rules = rules;
    this.organizations = organizations;
  }

  @GetMapping("/staff/pay")
  ResponseEntity<String> pay(HttpServletRequest request) {
    var rows = new ArrayList<PayRow>();
    for (Position p : positions.visible(rules.today(), Reading.LIST)) rows.add(row(p));
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", rows);
    values.put("today", rules.today());
    return pages.page(request, "staff", "Pay", "staff/pay.jte", values);
  }

  private static PayRow row(Position p) {
    boolean isDrawn = p.range().isPresent() && p.fullTimeYear().isPresent();
    return new PayRow(
        p, isDrawn ? RangePicture.of(p.range().get().range(), p.fullTimeYear().get()) : null);
  }

  @GetMapping(value = "/staff/pay.csv", produces = "text/csv")
  ResponseEntity<String> csv() {
    var csv =
        new StringBuilder(
            "person,position,pay,basis,since,full_time_year,range_low,range_high,standing\n");
    for (Position p : positions.visible(rules.today(), Reading.EXPORT)) {
      csv.append(
              Csv.line(
                  p.member().name(),
                  p.member().position(),
                  p.pay().map(Pay::amount).orElse(null),
                  p.pay().map(Pay::basis).orElse(null),
                  p.pay().map(Pay::since).orElse(null),
                  p.fullTimeYear().orElse(null),
                  p.range().map(r -> r.range().low()).orElse(null),
                  p.range().map(r -> r.range().high()).orElse(null),
                  p.standing().orElse(null)))
          .append('\n');
    }
    return CsvAnswer.of("pay.csv", csv.toString());
  }

  /// Everything that was ever entered about a person's pay, and the form for more.
  @GetMapping("/staff/{id}/pay")
  ResponseEntity<String> history(HttpServletRequest request, @PathVariable UUID id) {
    var member = staff.find(id).orElseThrow();
    var values = new LinkedHashMap<String, Object>();
    values.put("member", member);
    values.put("entries", pays.history(member, rules.today()));
    values.put("zone", zone());
    return pages.page(request, "staff", "Pay of " + member.name(), "staff/pay-history.jte", values);
  }

  private ZoneId zone() {
    return ZoneId.of(organizations.current().timeZone());
  }

  @PostMapping("/staff/{id}/pay")
  ResponseEntity<String> enter(
      @PathVariable UUID id,
      @RequestParam Pay.Basis basis,
      @RequestParam String amount,
      @RequestParam LocalDate since) {
    if (!amount.strip().matches("\\d{1,7}(\\.\\d{1,2})?")) {
      throw new StaffRefusal("The pay is dollars and cents, for example 24.50.");
    }
    pays.enter(staff.find(id).orElseThrow(), new Pay(basis, Money.of(amount.strip()), since));
    return StaffPages.to("/staff/" + id + "/pay");
  }
}
