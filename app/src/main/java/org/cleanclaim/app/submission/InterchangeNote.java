package org.cleanclaim.app.submission;

/// Why a TA1 refuses an interchange (TA105), in our own words with the code.
public final class InterchangeNote {
  private InterchangeNote() {}

  /// `note 021, the number of groups is wrong`; a code that is not known stands alone.
  public static String inWords(String code) {
    String words = words(code);
    return words.isEmpty() ? "note " + code : "note " + code + ", " + words;
  }

  private static String words(String code) {
    return switch (code) {
      case "001" -> "its number differs between beginning and end";
      case "002", "016" -> "the standard is not taken";
      case "003", "017" -> "the version is not taken";
      case "004" -> "the segment terminator is not taken";
      case "005", "006" -> "the sender's id is not known";
      case "007", "008", "009" -> "the receiver's id is not known";
      case "010", "011" -> "the authorization at its beginning is wrong";
      case "012", "013" -> "the password at its beginning is wrong";
      case "014" -> "its date is wrong";
      case "015" -> "its time is wrong";
      case "018" -> "its control number is wrong";
      case "019" -> "whether an acknowledgment is wanted is said wrongly";
      case "020" -> "whether it is a test is said wrongly";
      case "021" -> "the number of groups is wrong";
      case "022" -> "its segments are out of order";
      case "023" -> "it ends too early";
      case "024" -> "a group in it is wrong";
      case "025" -> "its control number was used before";
      case "026" -> "the element separator is not taken";
      case "027" -> "the component separator is not taken";
      default -> "";
    };
  }
}
