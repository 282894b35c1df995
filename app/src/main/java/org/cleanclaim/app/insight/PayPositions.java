package org.cleanclaim.app.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.insight.PayBenchmarks.PositionRange;
import org.cleanclaim.app.staff.Pay;
import org.cleanclaim.app.staff.PayRecords;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.estimate.PayRange.Standing;
import org.springframework.stereotype.Component;

/// What people earn beside the published range of their position.
@Component
public class PayPositions {

  /// @param fullTimeYear the pay as of a full-time year, 2,080 hours
  /// @param range the published range; empty when the tables do not know the position
  public record Position(
      StaffMember member,
      Optional<Pay> pay,
      Optional<Money> fullTimeYear,
      Optional<PositionRange> range) {

    /// Where the pay stands to the range; empty when either is not known.
    public Optional<Standing> standing() {
      return range.flatMap(r -> fullTimeYear.map(r.range()::standing));
    }
  }

  private final PayRecords pays;
  private final PayBenchmarks benchmarks;

  PayPositions(PayRecords pays, PayBenchmarks benchmarks) {
    this.pays = pays;
    this.benchmarks = benchmarks;
  }

  /// Everybody whose pay the actor may see; the trail names each.
  ///
  /// @throws org.cleanclaim.app.staff.PayHidden when there is nobody
  public List<Position> visible(LocalDate today, PayRecords.Reading reading) {
    var positions = new ArrayList<Position>();
    pays.visible(today, reading).forEach((member, pay) -> positions.add(position(member, pay)));
    return List.copyOf(positions);
  }

  /// One person's.
  ///
  /// @throws org.cleanclaim.app.staff.PayHidden unless the actor may see it
  public Position of(StaffMember member, LocalDate today) {
    return position(member, pays.of(member, today));
  }

  private Position position(StaffMember member, Optional<Pay> pay) {
    return new Position(
        member,
        pay,
        pay.map(p -> p.fullTimeYear(member.hoursPerWeek())),
        benchmarks.ofPosition(member.position()));
  }
}
