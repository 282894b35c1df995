package org.cleanclaim.app.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cleanclaim.app.remittance.ScannedRemittance.Damage;
import org.cleanclaim.app.remittance.ScannedRemittance.PlacedFailure;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceCheck;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.RemittanceListener;
import org.cleanclaim.x12.X12Reader;

/// The first reading of a file of remittances: each is proven and counted; memory does not grow
/// with the file.
public final class RemittanceScan {
  /// So many claims are posted in one transaction; a remittance with no more of them is kept in
  /// memory.
  static final int PART = 1_000;

  private static final int FAILURES_SHOWN = 50;

  /// What was found in a file.
  ///
  /// @param incomplete transactions that lack amount or trace number and cannot be posted
  public record Scanned(
      List<ScannedRemittance> remittances, int incomplete, List<Finding> findings) {
    public Scanned {
      remittances = List.copyOf(remittances);
      findings = List.copyOf(findings);
    }
  }

  private final List<ScannedRemittance> remittances = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<Damage> damage = new ArrayList<>();
  private int begun;
  private int beforeGroup;
  private int beforeInterchange;

  private RemittanceScan() {}

  /// Reads all 835 transactions of a file.
  public static Scanned of(InputSource source, String fileName) {
    var scan = new RemittanceScan();
    try (InputStream in = source.open()) {
      X12Reader.remittances(in, fileName, scan::fault, scan.new Listener());
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + fileName + " cannot be read.", e);
    }
    var placed = new FailurePlaces(source, fileName).of(scan.remittances);
    return new Scanned(placed, scan.begun - placed.size(), scan.findings);
  }

  /// A remittance that came by no file, such as one typed from paper.
  public static ScannedRemittance of(Remittance remittance) {
    var one = new One(1);
    remittance.claims().forEach(one::take);
    return one.finish(remittance.withClaims(List.of()), List.of(), List.of(), remittance.claims());
  }

  /// Gives the claim payments of one transaction on.
  static void claims(
      InputSource source, String fileName, int transaction, Consumer<ClaimPayment> receiver) {
    try (InputStream in = source.open()) {
      X12Reader.remittances(
          in,
          fileName,
          f -> {},
          new RemittanceListener() {
            private int open;

            @Override
            public void begin(int number) {
              open = number;
            }

            @Override
            public void claim(ClaimPayment payment) {
              if (open == transaction) receiver.accept(payment);
            }

            @Override
            public void end(Remittance header) {}
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + fileName + " cannot be read.", e);
    }
  }

  /// Opens the same bytes as often as they are read.
  public interface InputSource {
    InputStream open() throws IOException;
  }

  private void fault(Fault fault) {
    if (findings.size() < Faults.LIMIT) findings.add(fault.finding());
    if (fault.check() == Check.VALUE && isMoney(fault) && unreadable.size() < FAILURES_SHOWN) {
      unreadable.add(
          "segment %d, %s%02d".formatted(fault.number(), fault.segment(), fault.element()));
    }
    switch (fault.check()) {
      case NO_SE, SE_COUNT, SE_NUMBER -> damage.add(damage(fault));
      case NO_GE, GE_COUNT, GE_NUMBER -> damaged(beforeGroup, damage(fault));
      case NO_IEA, IEA_COUNT, IEA_NUMBER -> damaged(beforeInterchange, damage(fault));
      default -> {}
    }
  }

  private static Damage damage(Fault fault) {
    String element = fault.element() == 0 ? fault.segment() : fault.designator();
    return new Damage("segment %d, %s".formatted(fault.number(), element), fault.message());
  }

  // What closes a group or an interchange speaks for every remittance in it.
  private void damaged(int from, Damage found) {
    for (int i = from; i < remittances.size(); i++) {
      remittances.set(i, remittances.get(i).withDamage(found));
    }
  }

  // Amounts that are posted: BPR02, CLP03 to CLP05, SVC02 and SVC03, every third of a CAS, PLB04
  // on.
  private static boolean isMoney(Fault fault) {
    int element = fault.element();
    return switch (fault.segment()) {
      case "BPR" -> element == 2;
      case "CLP" -> element >= 3 && element <= 5;
      case "SVC" -> element == 2 || element == 3;
      case "CAS" -> element % 3 == 0;
      case "PLB" -> element >= 4 && element % 2 == 0;
      default -> false;
    };
  }

  /// One transaction on its way.
  private static final class One {
    private final int position;
    private final MoneyDigest digest = new MoneyDigest();
    private final List<PlacedFailure> failures = new ArrayList<>();
    private final List<ClaimPayment> small = new ArrayList<>();
    private final BalanceCheck check = new BalanceCheck(this::keep);
    private Money paid = Money.ZERO;

    One(int position) {
      this.position = position;
    }

    private void keep(Equation equation) {
      if (!equation.holds() && failures.size() < FAILURES_SHOWN) {
        failures.add(new PlacedFailure(equation, 0));
      }
    }

    void take(ClaimPayment claim) {
      check.take(claim);
      digest.take(claim);
      paid = paid.plus(claim.paid());
      if (check.claims() <= PART) {
        small.add(claim);
      } else {
        small.clear();
      }
    }

    ScannedRemittance finish(
        Remittance header,
        List<String> unreadable,
        List<Damage> damage,
        List<ClaimPayment> claims) {
      check.finish(header);
      return new ScannedRemittance(
          header,
          position,
          check.claims(),
          check.equations(),
          paid,
          failures,
          unreadable,
          damage,
          digest.finish(header),
          claims);
    }
  }

  private final class Listener implements RemittanceListener {
    private One one = new One(0);

    @Override
    public void begin(int transaction) {
      begun = transaction;
      unreadable.clear();
      damage.clear();
      one = new One(transaction);
    }

    @Override
    public void claim(ClaimPayment payment) {
      one.take(payment);
    }

    @Override
    public void end(Remittance header) {
      remittances.add(one.finish(header, unreadable, damage, one.small));
    }

    @Override
    public void endGroup() {
      beforeGroup = remittances.size();
    }

    @Override
    public void endInterchange() {
      beforeInterchange = remittances.size();
    }
  }
}
