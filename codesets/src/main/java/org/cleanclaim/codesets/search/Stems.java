package org.cleanclaim.codesets.search;

/// Folds the forms of one medical word together: singular and plural in English, Latin and Greek,
/// noun and adjective, British and American spelling. `anaemias`, `anemia` and `anemic` become
/// `anem`; `neuropathic` and `neuropathies` become `neuropath`. A fold serves matching only and is
/// never shown.
final class Stems {
  /// Endings in the order they are tried. The stem that is left keeps four letters at least.
  private static final String[] ENDINGS = {
    "ically", "icals", "ical", "ities", "ations", "ation", "ating", "ative", "atory", "ated",
    "ates", "ate", "ations", "ions", "ion", "ives", "ive", "ory", "ings", "ing", "eds", "ed", "ers",
    "er", "ors", "or", "isms", "ism", "ies", "iae", "ias", "ia", "ics", "ic", "ials", "ial", "als",
    "al", "ously", "ious", "eous", "ous", "ities", "ity", "aries", "ary", "ars", "ar", "ums", "um",
    "us", "ies", "ae", "es", "is", "ly", "as", "a", "y", "e", "i", "s", "o"
  };

  private static final int SHORTEST = 4;

  private Stems() {}

  static String of(String word) {
    var american = american(word);
    if (american.length() <= SHORTEST || Character.isDigit(american.charAt(0))) {
      return american.length() == SHORTEST
              && american.endsWith("s")
              && !american.endsWith("ss")
              && !american.endsWith("us")
              && !american.endsWith("is")
          ? american.substring(0, SHORTEST - 1)
          : american;
    }
    if (american.endsWith("ancy") || american.endsWith("ance") || american.endsWith("ancies")) {
      return cut(american, american.lastIndexOf("anc") + 2);
    }
    if (american.endsWith("ency") || american.endsWith("ence") || american.endsWith("encies")) {
      return cut(american, american.lastIndexOf("enc") + 2);
    }
    if (american.endsWith("ant") || american.endsWith("ent")) {
      return american.length() >= 8 ? cut(american, american.length() - 1) : american;
    }
    if (american.length() >= 7 && american.endsWith("otic")) {
      return american.substring(0, american.length() - 3) + "s";
    }
    if (american.length() >= 7 && american.endsWith("lytic")) {
      return american.substring(0, american.length() - 3) + "s";
    }
    if (american.endsWith("ss")) {
      return american;
    }
    for (var ending : ENDINGS) {
      if (american.endsWith(ending) && american.length() - ending.length() >= SHORTEST) {
        return undouble(american.substring(0, american.length() - ending.length()));
      }
    }
    return american;
  }

  private static String cut(String word, int end) {
    return end >= SHORTEST ? word.substring(0, end) : word;
  }

  private static String undouble(String stem) {
    var last = stem.length() - 1;
    return last > SHORTEST && stem.charAt(last) == stem.charAt(last - 1) && stem.charAt(last) != 's'
        ? stem.substring(0, last)
        : stem;
  }

  /// The American spelling of a British word.
  private static String american(String word) {
    if (word.length() < 5) {
      return word;
    }
    var w = word;
    if (w.indexOf("ae") >= 0) {
      w = w.replace("ae", "e");
    }
    if (w.indexOf("oe") >= 0) {
      w = w.replace("oe", "e");
    }
    if (w.endsWith("our")) {
      w = w.substring(0, w.length() - 3) + "or";
    } else if (w.endsWith("ours")) {
      w = w.substring(0, w.length() - 4) + "ors";
    } else if (w.endsWith("tre")) {
      w = w.substring(0, w.length() - 3) + "ter";
    }
    if (w.contains("isation")) {
      w = w.replace("isation", "ization");
    } else if (w.endsWith("ised") || w.endsWith("ising")) {
      w = w.replace("is", "iz");
    }
    if (w.contains("sulph")) {
      w = w.replace("sulph", "sulf");
    }
    return w;
  }
}
