using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The written form of values in a row: dates as numbers or as printed, words for Booleans, and strings that replace a value.</summary>
public sealed class WrittenValueTests
{
    // A Saturday at five in the morning, which is eight in the evening of the day before in UTC.
    private static readonly DateTimeOffset s_moment = new(2026, 1, 31, 5, 7, 9, 250, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("YYYY/MM/DD hh:mm:ss", "2026/01/31 05:07:09")]
    [InlineData("EEE, dd MMM yyyy HH:mm:ss", "Sat, 31 Jan 2026 05:07:09")]
    [InlineData("yyyy/mm/dd hh:mm:ss", "2026/01/31 05:07:09")]
    [InlineData("yyyy-MM-dd HH:mm", "2026-01-31 05:07")]
    [InlineData("yyyy-mm-ddThh:mm:ss.mmmTZD", "2026-01-31T05:07:09.250+09:00")]
    [InlineData("YYYY-MM-DDThh:mm:ss.sTZD", "2026-01-31T05:07:09.2+09:00")]
    [InlineData("YYYY-MM-DDThh:mm:ss+hh:mm", "2026-01-31T05:07:09+09:00")]
    [InlineData("YYYY-MM-DDThh:mm:ss\u00b1hh:mm", "2026-01-31T05:07:09+09:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.SSSzzz", "2026-01-31T05:07:09.250+09:00")]
    [InlineData("YYYYMMDDThhmmssZ", "20260131T050709Z")]
    [InlineData("YYYYMMDDhhmmss", "20260131050709")]
    [InlineData("YYYYMMDD-hhmmss", "20260131-050709")]
    [InlineData("YYYY-MM-DD-hh:mm:ss", "2026-01-31-05:07:09")]
    [InlineData("yyyyMMddHHmmssSSS", "20260131050709250")]
    [InlineData("yyyymmddhhmmssmmm", "20260131050709250")]
    [InlineData("hh:mm:ss:mmm DD/MM/YYYY", "05:07:09:250 31/01/2026")]
    [InlineData("hh:mm:ss MM/DD/YYYY", "05:07:09 01/31/2026")]
    [InlineData("hh:mm MM/DD/YYYY", "05:07 01/31/2026")]
    [InlineData("MM/DD/YYYY hh:mm", "01/31/2026 05:07")]
    [InlineData("DD-MMM-YYYY hh:mm:ss,fff", "31-Jan-2026 05:07:09,250")]
    [InlineData("ddd, DD MMM YYYY hh:mm:ss GMT", "Sat, 31 Jan 2026 05:07:09 GMT")]
    [InlineData("YYYY-MM-DD'T'hh:mm:ss'Z'", "2026-01-31T05:07:09Z")]
    [InlineData("'at 'YYYY-MM-DD hh:mm", "at 2026-01-31 05:07")]
    [InlineData("YYYY-MM-DDThh:mm:ss.nnnnnnnnnTZD", "2026-01-31T05:07:09.250000000+09:00")]
    [InlineData("YYYY-MM-DD hh:mm:ss,nnnnnnnn", "2026-01-31 05:07:09,25000000")]
    [InlineData("YYYY\u5e74MM\u6708DD\u65e5 hh:mm", "2026\u5e7401\u670831\u65e5 05:07", true)]
    public void Letters_of_a_date_are_read_by_their_place(string form, string expected, bool isRefused = false)
    {
        var format = MomentForm.Parse(form, TypeKind.DateTime, out var problem);
        if (isRefused)
        {
            Assert.Contains("in quotation marks", problem, StringComparison.Ordinal);
            return;
        }

        Assert.Null(problem);
        Assert.Equal(expected, s_moment.ToString(format, CultureInfo.InvariantCulture));
        Assert.True(MomentForm.Fits(expected, format!));
    }

    [Theory]
    [InlineData("date", "DD.MM.YYYY", "31.01.2026")]
    [InlineData("date", "YYYYMMDD", "20260131")]
    [InlineData("time", "hhmmss", "050709")]
    [InlineData("time", "hh:mm:ss.mmm", "05:07:09.250")]
    [InlineData("time", "hh:mm", "05:07")]
    public void Date_or_a_time_alone_has_a_form_too(string type, string form, string expected)
    {
        var read = Type(type + " as \"" + form + "\"");
        Assert.Equal((type == "date" ? TypeKind.Date : TypeKind.Time, form), (read.Kind, read.PrintedFormat));
        Assert.Equal(expected, s_moment.ToString(read.Format, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("date-time", "YY/MM/DD hh:mm:ss", "a year has four digits, as in 'YYYY'; write 'string' if the server writes two")]
    [InlineData("date-time", "YYYY/MM/DD hh:mm:ss AM", "AM and PM cannot be read; write 'string'")]
    [InlineData("date-time", "YYYY/MM/DD hh:mm tt", "AM and PM cannot be read; write 'string'")]
    [InlineData("date-time", "YYYY/MM/DD hh:mm a", "AM and PM cannot be read; write 'string'")]
    [InlineData("date-time", "YYYY/MM/DD", "the hours are missing; write all of it, as in 'YYYY-MM-DD hh:mm:ss'")]
    [InlineData("date-time", "hh:mm:ss", "the year is missing; write all of it, as in 'YYYY-MM-DD hh:mm:ss'")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm hh", "'hh' is repeated")]
    [InlineData("date-time", "YYYY-MM-DD[Thh:mm]", "'[' marks an optional part; write the longest form that the page shows")]
    [InlineData("date-time", "YYYY-MM-DD at hh:mm", "'a' is not part of a date or time; put other text in quotation marks")]
    [InlineData("date-time", "YYYY-MM-DD o'clock", "'o' is not part of a date or time; put other text in quotation marks")]
    [InlineData("date-time", "YYYY-MM-DDThh:mm:ss+09:00", "'+09:00' is the zone of a single value; write '+hh:mm'")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm:ss -0500", "'-0500' is the zone of a single value; write '+hhmm'")]
    [InlineData("date-time", "YYYYMMDDThhmmss\u00b101", "'\u00b101' is the zone of a single value; write '+hhmm'")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm:ss JST", "'JST' is a zone other than UTC; write 'TZD', or 'string' if the server accepts only that zone")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm:ss 'CEST'", "'CEST' is a zone other than UTC; write 'TZD', or 'string' if the server accepts only that zone")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm:ss'+09:00'", "'+09:00' is the zone of a single value; write '+hh:mm'")]
    [InlineData("time", "hh:mm+09:00", "'+09:00' is the zone of a single value; write '+hh:mm'")]
    [InlineData("date-time", "Sun, 06 Nov 1994 08:49:37 GMT", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss GMT'")]
    [InlineData("date-time", "Fri, 14 Oct 2011 23:10:10 -0000", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss +hhmm'")]
    [InlineData("date-time", "6 Nov 1994 08:49:37 +0100", "write the form of its letters, 'DD MMM YYYY hh:mm:ss +hhmm'")]
    [InlineData("date-time", "Sun, 06 Nov 1994 08:49:37 UTC", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss UTC'")]
    [InlineData("date-time", "RFC 2822", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss +hhmm'")]
    [InlineData("date-time", "rfc1123", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss GMT'")]
    [InlineData("date-time", "HTTP-date", "write the form of its letters, 'DDD, DD MMM YYYY hh:mm:ss GMT'")]
    [InlineData("date-time", "", "the year is missing; write all of it, as in 'YYYY-MM-DD hh:mm:ss'")]
    [InlineData("date", "YYYY-MM-DD hh:mm", "it has more than a date; write 'YYYY-MM-DD'")]
    [InlineData("time", "YYYY-MM-DD hh:mm", "it has more than a time; write 'hh:mm:ss'")]
    [InlineData("time", "hh:mm:ssTZD", "it has more than a time; write 'hh:mm:ss'")]
    [InlineData("date-time", "YYYY/MM/DD hh:mm:ss.nnnnnnnnn", "a fraction in this form can have at most seven digits; write 'string'")]
    [InlineData("date-time", "YYYY-MM-DD hh:mm:ss:nnnnnnnn", "a fraction in this form can have at most seven digits; write 'string'")]
    [InlineData("time", "hhmmssnnnnnnnnn", "a fraction in this form can have at most seven digits; write 'string'")]
    public void Form_that_does_not_hold_a_point_in_time_says_what_is_wrong(string type, string form, string problem)
    {
        var quote = form.Contains('\'', StringComparison.Ordinal) ? "\"" : "'";
        Assert.Contains("APISPEC0120", Assert.Single(Mistakes("a: " + type + " as " + quote + form + quote)), StringComparison.Ordinal);
        Assert.Contains(
            "'" + form + "' cannot be read: " + problem, Assert.Single(Mistakes("a: " + type + " as " + quote + form + quote)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date-time or epoch", "epoch", null, "date-time or epoch")]
    [InlineData("date-time or null or epoch-ms", "epoch-ms", null, "date-time or epoch-ms or null")]
    [InlineData("date-time or epoch as 'YYYY/MM/DD hh:mm' or \"\"", "epoch", "yyyy/MM/dd HH:mm", "date-time as \"YYYY/MM/DD hh:mm\" or epoch or \"\"")]
    public void Date_and_time_can_be_a_number_as_well(string row, string unit, string? format, string written)
    {
        var type = Type(row);
        var moment = type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;
        Assert.Equal((TypeKind.DateTime, unit, format), (moment.Kind, moment.AlsoEpoch, moment.Format));
        Assert.Equal(written, RowWriter.Write(type));
    }

    [Theory]
    [InlineData("a: date or epoch", "'or epoch' is for 'date-time'")]
    [InlineData("a: time or null or epoch-ms", "'or epoch-ms' is for 'date-time'")]
    [InlineData("a: int or epoch", "'or epoch' is for 'date-time'")]
    [InlineData("a: date-time or epoch or epoch-ms", "write 'or epoch' or 'or epoch-ms' once")]
    [InlineData("a: date-time or epochs", "write 'or null', 'or epoch', 'or epoch-ms', or 'or' and a quoted value")]
    [InlineData("a: date-time or epoch or nul", "write 'or null', or 'or' and a quoted value")]
    public void Only_a_date_and_time_can_be_a_number_as_well(string row, string advice)
        => Assert.Contains(advice, Assert.Single(Mistakes(row)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1|0", "1", "0")]
    [InlineData("0|1", "1", "0")]
    [InlineData("no|yes", "yes", "no")]
    [InlineData("on|off", "on", "off")]
    [InlineData("N|Y", "Y", "N")]
    [InlineData("False|True", "True", "False")]
    [InlineData("ENABLED|DISABLED", "ENABLED", "DISABLED")]
    [InlineData("\"1\"|\"0\"", "1", "0")]
    public void Words_of_a_boolean_come_in_either_order(string words, string yes, string no)
        => Assert.Equal([yes, no], Type("boolean as " + words).Words);

    [Theory]
    [InlineData("open|closed")]
    [InlineData("1|2")]
    [InlineData("yes|off")]
    [InlineData("yes|no|maybe")]
    public void Two_words_that_are_no_known_pair_are_an_enum(string words)
        => Assert.Contains(
            "'" + words + "' are not known values for true and false; write 'enum " + words + "', or one of",
            Assert.Single(Mistakes("a: boolean as " + words)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("epoch")]
    [InlineData("epoch-ms")]
    [InlineData("epoch as string")]
    [InlineData("epoch-ms[] as comma")]
    [InlineData("long as string")]
    [InlineData("(boolean as yes|no)[]")]
    [InlineData("(boolean as \"1\"|\"0\") | string")]
    [InlineData("date-time as \"YYYY/MM/DD hh:mm:ss\" or \"\"")]
    [InlineData("map<date as \"DD.MM.YYYY\">")]
    [InlineData("int or \"N/A\"")]
    [InlineData("int or null or \"\" or \"-\"")]
    [InlineData("(string 1..30 or \"\")[..5]")]
    [InlineData("Payload as json")]
    [InlineData("Payload[] as json or null")]
    public void Type_is_written_as_it_was_read(string text) => Assert.Equal(text, RowWriter.Write(TypeParser.ParseAt(text, 0).Type!));

    [Theory]
    [InlineData("int or \"N/A\"", "N/A", true)]
    [InlineData("int or ''", "", true)]
    [InlineData("int or null or \"\"", "", false)]
    [InlineData("int or \"\" or null", "", false)]
    [InlineData("string 1..30 or \"or null\"", "or null", true)]
    public void Text_may_be_in_place_of_a_value(string text, string substitute, bool refusesNull)
    {
        var type = Type(text);
        Assert.Equal((TypeKind.Nullable, refusesNull), (type.Kind, type.RefusesNull));
        Assert.Equal([substitute], type.Substitutes);
    }

    [Theory]
    [InlineData("a: int or \"\" or \"\"", "'' is repeated")]
    [InlineData("a: int or \"N/A", "the quotation mark is not closed")]
    [InlineData("a: int or N/A", "a quoted value, as in 'or \"\"'")]
    [InlineData("a: date as YYYY/MM/DD as string", "a type has one 'as'")]
    [InlineData("a: string as \"YYYY/MM/DD\"", "a form in quotation marks is for lists, 'date-time', 'date' and 'time'")]
    [InlineData("a: (date-time as \"YYYY/MM/DD, hh:mm\")[] as comma", "the value '2026/01/31, 23:59' contains ','")]
    [InlineData("a: (enum c|\"a,b\")[] as comma", "the value 'a,b' contains ','")]
    [InlineData("a: int or \"\" always null", "APISPEC0126")]
    [InlineData("a: boolean as 1|0 always 2", "a boolean is '1' or '0' here")]
    [InlineData("a: epoch always 2026-01-31", "it is not a number of seconds since 1970")]
    [InlineData("a: epoch always 1417000000000", "it is not a number of seconds since 1970")]
    [InlineData("a: epoch always -62135596801", "it is not a number of seconds since 1970")]
    [InlineData("a: epoch-ms default 999999999999999", "it is not a number of milliseconds since 1970")]
    [InlineData("a: date-time as \"YYYY-MM-DDThh:mm:ss+hhmm\" always x", "looks like '2026-01-31T23:59:59+0000' here")]
    [InlineData("a: date as \"DD.MM.YYYY\" always 2026-01-31", "a date looks like '31.01.2026' here")]
    [InlineData("a: Payload as xml", "XML in a string is passed on as text; write 'string', and parse it in the program")]
    [InlineData("a: string as XML", "XML in a string is passed on as text")]
    [InlineData("a: Payload as json always x", "JSON in a string cannot be written in a row")]
    [InlineData("a: epoch 1..5", "APISPEC0123")]
    public void What_cannot_be_written_so_is_reported(string row, string expected)
        => Assert.Contains(expected, string.Join("\n", Mistakes(row)), StringComparison.Ordinal);

    [Theory]
    [InlineData("query:\n  a: string or \"\"\n")]
    [InlineData("headers:\n  a: epoch or \"-\"\n")]
    [InlineData("query:\n  a?: long as string\n  b?: boolean as 1|0 default 1\n  c?: epoch\n  d?: (date as \"DD.MM.YYYY\")[] as comma\n")]
    [InlineData("query:\n  a?: object as json\n  b?: (string[1..3]) as json\n  c?: map<int or null> as json\n  d?: (object as json)[] as repeat\n")]
    [InlineData("headers:\n  a:\n    type: object as json\n    members:\n      b: string[] as comma\n")]
    public void Parameters_take_these_forms_too(string keys) => Assert.Empty(Spec.Diagnostics(Spec.Section(keys)));

    [Theory]
    [InlineData("query:\n  a: (int or \"\")[] as comma\n")]
    [InlineData("query:\n  a: (object as json)[] as comma\n")]
    [InlineData("query:\n  a: int or null\n")]
    [InlineData("query:\n  a: map<string>\n")]
    [InlineData("headers:\n  a:\n    b: string\n")]
    [InlineData("headers:\n  a: string[]\n")]
    public void Form_that_a_parameter_cannot_have_is_reported(string keys)
        => Assert.StartsWith("APISPEC0125", Assert.Single(Spec.Diagnostics(Spec.Section(keys))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Accept: application/json", "APISPEC0120", "write 'string always application/json'")]
    [InlineData("Accept: application/json, text/csv", "APISPEC0120", "write 'enum application/json|text/csv'")]
    [InlineData("Accept: application/json or application/xml - The format", "APISPEC0120", "write 'enum application/json|application/xml'")]
    [InlineData("Accept: application/json; version=2, text/csv", "APISPEC0120", "write 'enum \"application/json; version=2\"|text/csv'")]
    [InlineData("Accept?: string application/json, text/csv", "APISPEC0121", "write 'enum application/json|text/csv'")]
    [InlineData("Accept?: string application/json", "APISPEC0121", "write 'always' before it")]
    [InlineData("X-Format: json, xml, csv", "APISPEC0120", "write 'enum json|xml|csv'")]
    [InlineData("X-Format: Task, optional", "APISPEC0121", "write '?' after the name of an optional row")]
    [InlineData("X-Count: int(11)", "APISPEC0121", "leave out the number of digits")]
    public void Printed_list_of_values_without_a_type_shows_what_to_write(string row, string rule, string advice)
    {
        var message = Assert.Single(Spec.Diagnostics(Spec.Section("headers:\n  " + row + "\n")));
        Assert.StartsWith(rule, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Api_file_gives_the_form_of_all_dates_as_a_page_prints_it()
    {
        var api = Spec.File("client: XClient\ndate-time: YYYY/MM/DD hh:mm:ss\ntypes:\n  Stamp: date-time as \"YYYYMMDDhhmmss\"\n").Api!;
        Assert.Equal("yyyy/MM/dd HH:mm:ss", api.DateTimeWriteFormat);
        Assert.Equal("yyyyMMddHHmmss", Assert.Single(api.Types).Type.Format);
    }

    [Fact]
    public void Old_role_of_paging_shows_what_is_left()
        => Assert.Equal(
            "APISPEC0135 8:21+8 This is a form of version 0.1; write 'paging: { items: a, next: c }'",
            Assert.Single(Spec.Diagnostics(Spec.Section("response:\n  a: int[]\n  b: url\n  c: url\npaging: { items: a, previous: b, next: c }\n"))));

    [Fact]
    public void Old_key_of_the_api_file_shows_the_new_form()
        => Assert.Equal(
            "APISPEC0135 2:1+9 This is a form of version 0.1; write 'date-time: yyyy-MM-ddTHH:mm'",
            Assert.Single(Spec.Diagnostics("client: XClient\ndate-time:\n  write: yyyy-MM-ddTHH:mm\n")));

    private static TypeReference Type(string text) => Assert.Single(Spec.File(Spec.Section("response:\n  a: " + text + "\n")).Section!.Response!.Members).Type;

    private static string[] Mistakes(string row) => Spec.Diagnostics(Spec.Section("response:\n  " + row + "\n"));
}
