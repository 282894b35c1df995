package org.cleanclaim.app.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;

/// A file of claims that a payer cannot read.
final class RefusedFile {
  private RefusedFile() {}

  /// A 999 that refuses the group of an 837 for its numbers, and says nothing of what is in it.
  static byte[] refusalOfGroup(byte[] claims) {
    String text = new String(claims, StandardCharsets.ISO_8859_1);
    return refusal(text, List.of(), List.of("4"));
  }

  /// A 999 that refuses the one transaction set of an 837.
  static byte[] refusal(byte[] claims) {
    String text = new String(claims, StandardCharsets.ISO_8859_1);
    String set = text.substring(text.indexOf("ST*837*")).split("[*~]")[2];
    var result =
        new FunctionalAcknowledgment.TransactionResult(
            "837", set, "005010X222A1", "R", List.of("5"), List.of());
    return refusal(text, List.of(result), List.of());
  }

  /// A 999 that takes an 837 although something of it is wrong.
  static byte[] acceptedWithErrors(byte[] claims, FunctionalAcknowledgment.SegmentError... errors) {
    String text = new String(claims, StandardCharsets.ISO_8859_1);
    String set = text.substring(text.indexOf("ST*837*")).split("[*~]")[2];
    var result =
        new FunctionalAcknowledgment.TransactionResult(
            "837", set, "005010X222A1", "E", List.of("5"), List.of(errors));
    return written(text, List.of(result), "E", 1, List.of());
  }

  private static byte[] refusal(
      String claims,
      List<FunctionalAcknowledgment.TransactionResult> results,
      List<String> syntaxCodes) {
    return written(claims, results, "R", 0, syntaxCodes);
  }

  private static byte[] written(
      String claims,
      List<FunctionalAcknowledgment.TransactionResult> results,
      String code,
      int accepted,
      List<String> syntaxCodes) {
    String group = claims.substring(claims.indexOf("GS*HC*")).split("\\*")[6];
    var answered =
        new FunctionalAcknowledgment(
            "HC", group, "005010X222A1", results, code, 1, 1, accepted, syntaxCodes);
    return X12Writer.functionalAcknowledgments(
        new Envelope(
            "ZZ",
            "HARBOR",
            "ZZ",
            "OFFICE",
            Office.TODAY.atTime(9, 0),
            "000000999",
            false,
            Separators.STANDARD),
        "1",
        List.of(answered));
  }

  /// The control number of a file's interchange, which a 277CA gives back (BHT03 of the 837).
  static String interchange(byte[] claims) {
    return new String(claims, StandardCharsets.ISO_8859_1).substring(90, 99);
  }

  /// A 277CA that refuses whoever sent a file, with all its claims.
  static byte[] refusalOfSender(String batch) {
    return answer(
        """
        HL*2*1*21*0~
        NM1*41*2*Office*****46*OFFICE~
        TRN*2*%s~
        STC*A3:24:41*20261129*U*330~
        QTY*AA*2~
        AMT*YY*330~
        SE*13*0001~
        """
            .formatted(batch));
  }

  /// A claim as a 277CA takes it.
  record Taken(String number, String last, String first, String member, String charge) {}

  /// A 277CA that refuses a billing provider and takes one of its claims.
  static byte[] refusalOfProvider(String batch, String npi, Taken taken) {
    return answer(
        """
        HL*2*1*21*1~
        NM1*41*2*Office*****46*OFFICE~
        TRN*2*%s~
        STC*A1:19:PR*20261129*WQ*330~
        HL*3*2*19*1~
        NM1*85*2*Office*****XX*%s~
        TRN*2*0~
        STC*A7:562:85**U*330~
        HL*4*3*PT~
        NM1*QC*1*%s*%s****MI*%s~
        TRN*2*%s~
        STC*A2:20:PR*20261129*WQ*%s~
        SE*19*0001~
        """
            .formatted(
                batch,
                npi,
                taken.last(),
                taken.first(),
                taken.member(),
                taken.number(),
                taken.charge()));
  }

  private static byte[] answer(String levels) {
    String text =
        """
        ISA*00*          *00*          *ZZ*HARBOR         *ZZ*OFFICE         *261129*2010*^*00501*000000932*0*P*:~
        GS*HN*HARBOR*OFFICE*20261129*2010*22*X*005010X214~
        ST*277*0001*005010X214~
        BHT*0085*08*277X*20261129*2010*TH~
        HL*1**20*1~
        NM1*PR*2*HARBOR*****PI*HARBOR~
        TRN*1*T1~
        DTP*050*D8*20261129~
        DTP*009*D8*20261129~
        %s
        GE*1*22~
        IEA*1*000000932~
        """
            .formatted(levels);
    return text.replace("\n", "").getBytes(StandardCharsets.US_ASCII);
  }
}
