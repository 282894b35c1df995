package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;

/// The lines of a book by the codes they name.
final class Leads {
  private static final Comparator<Lead> ORDER =
      Comparator.comparing((Lead lead) -> beginning(lead.code())).thenComparing(Lead::place);

  private final Lead[] leads;

  private Leads(List<Lead> leads) {
    this.leads = leads.toArray(Lead[]::new);
    Arrays.sort(this.leads, ORDER);
  }

  static Leads of(List<Term> terms) {
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < terms.size(); i++) {
      Place place = new Place(i);
      for (String code : terms.get(i).codes()) add(leads, place, code, Lead.Role.CODE);
      for (String code : terms.get(i).manifestations())
        add(leads, place, code, Lead.Role.MANIFESTATION);
      for (Reference reference : terms.get(i).references())
        for (String code : reference.codes()) add(leads, place, code, Lead.Role.REFERENCE);
    }
    return new Leads(leads);
  }

  static Leads ofCells(List<List<String>> rows) {
    var leads = new ArrayList<Lead>();
    for (int i = 0; i < rows.size(); i++)
      for (String code : rows.get(i)) add(leads, new Place(i), code, Lead.Role.CODE);
    return new Leads(leads);
  }

  private static void add(List<Lead> leads, Place place, String code, Lead.Role role) {
    if (!beginning(code).isEmpty()) leads.add(new Lead(place, code, role));
  }

  /// The code without the dash of an incomplete one.
  static String beginning(String code) {
    int end = code.length();
    while (end > 0 && code.charAt(end - 1) == '-') end--;
    return code.substring(0, end);
  }

  /// Lines that name the code come first, then those that name ever shorter beginnings.
  List<Lead> to(String code) {
    String wanted = beginning(code.strip().toUpperCase(Locale.ROOT).replace(".", ""));
    var found = new ArrayList<Lead>();
    for (int length = wanted.length(); length >= 3; length--) {
      String beginning = wanted.substring(0, length);
      for (int i = firstOf(beginning);
          i < leads.length && beginning(leads[i].code()).equals(beginning);
          i++) found.add(leads[i]);
    }
    return found;
  }

  private int firstOf(String beginning) {
    var key = new Lead(new Place(-1), beginning, Lead.Role.CODE);
    int at = Arrays.binarySearch(leads, key, ORDER);
    return at < 0 ? -at - 1 : at;
  }
}
