package org.cleanclaim.cli.posting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanclaim.kernel.Money;

/// Writes an 835 over all invented claims: paid, denied, some taken back and paid anew, a few of
/// nobody, and two provider-level adjustments.
final class PaidFile {
  private static final int REVERSED_EVERY = 200;
  private static final int UNKNOWN_EVERY = 1_000;
  private static final long WITHHELD = 12_345;
  private static final long INTEREST = 1_234;

  private final int claims;
  private final String npi;
  private long paid;
  private int payments;
  private int segments;

  PaidFile(int claims, String npi) {
    this.claims = claims;
    this.npi = npi;
  }

  /// Claim payments in the file.
  int payments() {
    return payments;
  }

  void write(Path file) throws IOException {
    try (var body = new CountingSink()) {
      claims(body); // once for the sums, once for the file
    }
    long total = paid - WITHHELD + INTEREST;
    paid = 0;
    payments = 0;
    segments = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write(
          "ISA*00*          *00*          *ZZ*BENCHPAYER     *ZZ*BENCHPRACTICE "
              + " *260310*1200*^*00501*000000001*0*P*:~\n");
      out.write("GS*HP*BENCHPAYER*BENCHPRACTICE*20260310*1200*1*X*005010X221A1~\n");
      head(out, total);
      claims(out);
      line(
          out,
          "PLB*%s*20261231*WO:OLD1*%s*L6:INT1*-%s"
              .formatted(npi, amount(WITHHELD), amount(INTEREST)));
      segments++;
      out.write("SE*%d*0001~\nGE*1*1~\nIEA*1*000000001~\n".formatted(segments));
    }
  }

  private void head(Writer out, long total) throws IOException {
    line(out, "ST*835*0001");
    line(out, "BPR*I*" + amount(total) + "*C*ACH************20260310");
    line(out, "TRN*1*BENCHEFT1*1999999999");
    line(out, "DTM*405*20260309");
    line(out, "N1*PR*BENCH PAYER*XV*BENCHP");
    line(out, "N3*1 PAYER ROAD");
    line(out, "N4*DOVER*DE*19901");
    line(out, "PER*BL*EDI*TE*8005550100");
    line(out, "N1*PE*BENCH PRACTICE*XX*" + npi);
  }

  private void claims(Writer out) throws IOException {
    for (int number = 1; number <= claims; number++) {
      if (number % 1_000 == 1) line(out, "LX*" + (number / 1_000 + 1));
      var claim = InventedClaim.of(number);
      claim(out, claim, claim.controlNumber(), claim.isDenied() ? "4" : "1", 1);
      if (number % REVERSED_EVERY == 0 && !claim.isDenied()) {
        claim(out, claim, claim.controlNumber(), "22", -1);
        claim(out, claim, claim.controlNumber(), "1", 1);
      }
      if (number % UNKNOWN_EVERY == 0) claim(out, claim, "NOBODY" + number, "1", 1);
    }
  }

  private void claim(Writer out, InventedClaim claim, String number, String status, int sign)
      throws IOException {
    payments++;
    paid += sign * claim.paid();
    boolean isOurs = number.equals(claim.controlNumber());
    line(
        out,
        "CLP*%s*%s*%s*%s*%s*12*%s*11*1"
            .formatted(
                number,
                status,
                amount(sign * claim.charge()),
                amount(sign * claim.paid()),
                amount(sign * claim.share()),
                isOurs ? claim.payerNumber() : "9" + claim.payerNumber()));
    String patient = isOurs ? "LAST%1$d*FIRST****MI*M%1$d" : "NOBODY%1$d*X****MI*N%1$d";
    line(out, "NM1*QC*1*" + patient.formatted(claim.number()));
    line(out, "DTM*232*20260105");
    line(out, "DTM*050*20260109");
    for (var line : claim.lines()) {
      line(
          out,
          "SVC*HC:%s*%s*%s**1"
              .formatted(
                  line.procedure(), amount(sign * line.charge()), amount(sign * line.paid())));
      line(out, "DTM*472*20260105");
      line(
          out,
          "CAS*CO*%s*%s"
              .formatted(claim.isDenied() ? "197" : "45", amount(sign * line.contractual())));
      if (line.share() != 0) line(out, "CAS*PR*2*" + amount(sign * line.share()));
      line(out, "REF*6R*%sL%d".formatted(claim.controlNumber(), line.number()));
      if (!claim.isDenied()) {
        line(out, "AMT*B6*" + amount(sign * (line.charge() - line.contractual())));
      }
    }
  }

  private void line(Writer out, String segment) throws IOException {
    segments++;
    out.write(segment);
    out.write("~\n");
  }

  private static String amount(long cents) {
    return Money.ofCents(cents).toX12();
  }

  /// Takes text and keeps nothing of it.
  private static final class CountingSink extends Writer {
    @Override
    public void write(char[] text, int offset, int length) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
