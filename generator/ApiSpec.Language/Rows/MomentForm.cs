using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Json;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Reads how a page prints dates and times: <c>YYYY/MM/DD hh:mm:ss</c>, <c>yyyy-mm-ddThh:mm:ss.mmmTZD</c>. The position of a letter decides its
/// meaning.</summary>
internal sealed class MomentForm
{
    // The digits of a fraction that a client ignores.
    private static readonly Regex BeyondTicks = new(@"(?<=[.,]\d{7})\d{1,2}(?!\d)", RegexOptions.CultureInvariant);

    // Longer fractions can be read only in ISO 8601, for which the client has a parser of its own.
    private static readonly Regex LongIso8601 = new(
        @"^(?:yyyy-MM-dd[T ])?HH:mm:ss[.,]f{7}(?:\\0){1,2}(?:Z|K|z{3,4})?$", RegexOptions.CultureInvariant);

    private const int Nanoseconds = 9;
    private const int MostDigits = 7;

    /// <summary>The format of a number of seconds since 1970.</summary>
    public const string Seconds = "epoch";

    /// <summary>The format of a number of milliseconds since 1970.</summary>
    public const string Milliseconds = "epoch-ms";

    private static readonly string[] Zones = [
        "TZD", "+hh:mm", "-hh:mm", "\u00b1hh:mm", "+HH:MM", "-HH:MM", "\u00b1HH:MM", "+HH:mm", "-HH:mm", "\u00b1HH:mm", "zzz",
    ];
    private static readonly string[] BareZones = ["+hhmm", "-hhmm", "\u00b1hhmm", "+HHMM", "-HHMM", "\u00b1HHMM", "+HHmm", "-HHmm", "\u00b1HHmm"];

    private static readonly long UnixEpochTicks = new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;
    // A fixed zone belongs to one value. If it followed a time in UTC, it would state a different point in time. '+00:00' is UTC itself.
    private static readonly Regex FixedOffset = new(@"\G *[+\u2212\u00b1-](?!00(?::?00)?(?![\d:]))\d\d(?::?\d\d)?(?![\d:])", RegexOptions.CultureInvariant);
    private static readonly Regex ZoneWord = new(@"\G *(?!UTC|GMT)[A-Z]{3,5}(?![A-Za-z])", RegexOptions.CultureInvariant);

    private static readonly DateTimeOffset Sample = new(2001, 2, 13, 23, 5, 0, TimeSpan.FromHours(9));

    private readonly string _text;
    private readonly StringBuilder _format = new();
    private readonly HashSet<char> _seen = [];
    private int _position;
    private int _endOfSeconds = -1;
    private bool _isLongFraction;
    private string? _problem;
    private TypeKind _kind;

    // The dates of HTTP and of mail, without the name of the day.
    private static readonly string[] MailDates = ["d MMM yyyy H:m:s zzz", "d MMM yyyy H:m:s 'GMT'", "d MMM yyyy H:m:s 'UTC'"];

    // The standards by which pages name these dates: 'RFC 2822', 'rfc1123', 'HTTP-date'.
    private static readonly Regex NameOfHttpDate = new(
        "^(?:RFC[ -]?(?:1123|7231|9110)|HTTP[ -]?date|IMF-fixdate)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NameOfMailDate = new("^RFC[ -]?(?:822|2822|5322)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NameOfDay = new("^[A-Za-z]{3}, *", RegexOptions.CultureInvariant);

    private const string HttpForm = "DDD, DD MMM YYYY hh:mm:ss GMT";
    private const string MailForm = "DDD, DD MMM YYYY hh:mm:ss +hhmm";

    private MomentForm(string text) => _text = text;

    /// <summary>Returns the .NET format of a printed form, or null with the reason.</summary>
    public static string? Parse(string text, TypeKind kind, out string? problem)
    {
        var form = new MomentForm(text) { _kind = kind };
        while (form._position < text.Length && form._problem is null)
            form.ReadPart();
        problem = form._problem ?? form.Missing(kind);
        if (problem is not null && kind == TypeKind.DateTime && HeaderFormOf(text) is { } known)
            problem = "write the form of its letters, '" + known + "'";
        return problem is null ? form._format.ToString() : null;
    }

    // The name of such a date, or one as a page shows it, does not say which letters stand for what.
    private static string? HeaderFormOf(string text)
    {
        text = text.Trim();
        if (NameOfHttpDate.IsMatch(text))
            return HttpForm;
        if (NameOfMailDate.IsMatch(text))
            return MailForm;
        if (!DateTimeOffset.TryParseExact(
            NameOfDay.Replace(text, ""), MailDates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out _))
            return null;
        var form = !char.IsLetter(text[text.Length - 1]) ? MailForm
            : text.EndsWith("UTC", StringComparison.Ordinal) ? HttpForm.Replace("GMT", "UTC") : HttpForm;
        return char.IsLetter(text[0]) ? form : form.Substring(form.IndexOf(' ') + 1);
    }

    /// <summary>Whether a string has the format that this class has read.</summary>
    public static bool Fits(string text, string format)
        => format is Seconds or Milliseconds
            ? TicksOf(text, format) is not null
            : DateTimeOffset.TryParseExact(
                BeyondTicks.Replace(text, static digits => new string('0', digits.Length)), format, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Returns the point in time of a number since 1970, for a type whose values can also be text; null: the string is not such a number.</summary>
    /// <param name="text">The string. Eight digits that are a date are text.</param>
    /// <param name="unit">The unit of the number.</param>
    public static DateTimeOffset? OfNumber(string text, string unit)
        => TicksOf(text, unit) is { } ticks
            && !DateTimeOffset.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? new DateTimeOffset(UnixEpochTicks + ticks, TimeSpan.Zero)
            : null;

    /// <summary>Whether values in the format, which this class has read, are local times: it has no zone, and does not say UTC.</summary>
    public static bool IsLocal(string format) => format is not (Seconds or Milliseconds) && MomentFormat.ZoneIn(format) == MomentZone.None;

    /// <summary>Returns a value in the format, for messages.</summary>
    public static string Example(string format)
    {
        var text = new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.Zero).ToString(format, CultureInfo.InvariantCulture);
        // .NET always writes a zone with a colon.
        return format.Contains(MomentFormat.BareZone) ? text.Replace("+00:00", "+0000") : text;
    }

    // Only the years 1 to 9999, which .NET supports.
    private static long? TicksOf(string text, string unit)
    {
        var ticksPerUnit = unit == Seconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units)
            && units >= (decimal)(DateTimeOffset.MinValue.Ticks - UnixEpochTicks) / ticksPerUnit
            && units <= (decimal)(DateTimeOffset.MaxValue.Ticks - UnixEpochTicks) / ticksPerUnit
            ? (long)(units * ticksPerUnit)
            : null;
    }

    private void ReadPart()
    {
        var c = _text[_position];
        if (c is '"' or '\'' && _text.IndexOf(c, _position + 1) is > 0 and var close)
        {
            var literal = _text.Substring(_position + 1, close - _position - 1);
            var zone = _seen.Contains('H') ? ZoneAt(FixedOffset, literal, 0) ?? ZoneAt(ZoneWord, literal, 0) : null;
            if (zone is not null && zone.Length == literal.Trim().Length)
                _problem = ZoneProblem(zone);
            Literal(literal);
            _position = close + 1;
        }
        // Before the hours, a hyphen is a separator: 'YYYYMMDD-hhmmss'.
        else if ((c != '-' || _seen.Contains('H')) && Array.Find(Zones, Is) is { } zone)
        {
            Add('z', "zzz", zone.Length);
        }
        else if ((c != '-' || _seen.Contains('H')) && Array.Find(BareZones, Is) is { } bare)
        {
            Add('z', MomentFormat.BareZone, bare.Length);
        }
        else if (_seen.Contains('H') && ZoneAt(FixedOffset, _text, _position) is { } offset)
        {
            _problem = ZoneProblem(offset);
        }
        else if (Array.Find(MomentFormat.UtcWords, Is) is { } word)
        {
            Literal(word);
            _position += word.Length;
        }
        else if (c is '[' or ']' or '{' or '}' or '<' or '>' or '|')
        {
            _problem = "'" + c + "' marks an optional part; write the longest form that the page shows";
        }
        else if (!char.IsLetter(c))
        {
            Literal(c.ToString());
            _position++;
            return;
        }
        else
        {
            ReadLetters(c);
        }
    }

    private static string? ZoneAt(Regex pattern, string text, int position)
        => pattern.Match(text, position) is { Success: true } match ? match.Value.Trim() : null;

    private static string ZoneProblem(string zone)
        => char.IsLetter(zone[0]) ? "'" + zone + "' is a zone other than UTC; write 'TZD', or 'string' if the server accepts only that zone"
            : "'" + zone + "' is the zone of a single value; write '" + (zone.IndexOf(':') < 0 ? "+hhmm" : "+hh:mm") + "'";

    private bool Is(string word) => string.CompareOrdinal(_text, _position, word, 0, word.Length) == 0;

    private void ReadLetters(char c)
    {
        var letter = char.ToLowerInvariant(c);
        var end = _position;
        // 'ssSSS' means seconds and their fraction.
        while (end < _text.Length && (letter == 's' ? _text[end] == c : char.ToLowerInvariant(_text[end]) == letter))
            end++;
        var length = end - _position;
        if (IsFraction(letter) && length <= Nanoseconds)
        {
            // .NET has seven digits of a fraction. Zeros follow them.
            var digits = Math.Min(length, MostDigits);
            Add('f', new string('f', digits), length);
            if (length > digits && _problem is null)
                Literal(new string('0', length - digits));
            _isLongFraction = length > digits;
            return;
        }

        switch (letter)
        {
            case 'y' when length == 4:
                Add('y', "yyyy", length);
                break;
            case 'y':
                _problem = "a year has four digits, as in 'YYYY'; write 'string' if the server writes two";
                break;
            case 'm' when _seen.Contains('H') && !_seen.Contains('m') && length <= 2:
                Add('m', new string('m', length), length);
                break;
            case 'm' when length <= 4:
                Add('M', new string('M', length), length);
                break;
            case 'd' when length <= 4:
                Add(length > 2 ? 'n' : 'd', new string('d', length), length);
                break;
            case 'e' when length <= 4:
                Add('n', length == 4 ? "dddd" : "ddd", length);
                break;
            case 'h' when length <= 2:
                Add('H', new string('H', length), length);
                break;
            case 's' when length <= 2:
                Add('s', new string('s', length), length);
                break;
            case 'k' when length == 1:
                Add('z', "K", length);
                break;
            case 't' when length == 1 && c == 'T':
            case 'z' when length == 1 && c == 'Z':
                // The letter T between date and time, and Z for UTC. A form without a zone is written in UTC.
                Literal(c.ToString());
                _position++;
                break;
            case 't' or 'a' or 'p' when IsHalfOfDay(end):
                _problem = "AM and PM cannot be read; write 'string'";
                break;
            default:
                _problem = _seen.Contains('H') && ZoneAt(ZoneWord, _text, _position) is { } zone
                    ? ZoneProblem(zone)
                    : "'" + _text.Substring(_position, length) + "' is not part of a date or time; put other text in quotation marks";
                break;
        }
    }

    // 'tt', 'a' or 'AM/PM'.
    private bool IsHalfOfDay(int end)
        => _seen.Contains('H') && (end == _text.Length || !char.IsLetter(_text[end]) || char.ToLowerInvariant(_text[end]) == 'm');

    // After the seconds, with or without a separator, letters count the digits of the fraction.
    private bool IsFraction(char letter)
    {
        if (!_seen.Contains('s') || letter is not ('m' or 's' or 'f' or 'n'))
            return false;
        var mark = _position > 0 && _text[_position - 1] is '.' or ',' or ':' ? _position - 1 : _position;
        return mark == _endOfSeconds && (letter != 'm' || mark < _position || _seen.Contains('M'));
    }

    private void Add(char part, string format, int length)
    {
        if (!_seen.Add(part))
            _problem = "'" + _text.Substring(_position, length) + "' is repeated";
        _format.Append(format);
        _position += length;
        if (part == 's')
            _endOfSeconds = _position;
    }

    private void Literal(string text)
    {
        foreach (var c in text)
        {
            // A .NET date format cannot contain the separator of times unescaped, and a .NET time format cannot contain the separator of dates.
            if (c is '-' or ' ' or '.' or ',' or 'T' or 'Z' || (c == ':' && _kind != TypeKind.Date) || (c == '/' && _kind != TypeKind.Time))
                _format.Append(c);
            else
                _format.Append('\\').Append(c);
        }
    }

    private string? Missing(TypeKind kind)
    {
        var needed = kind switch { TypeKind.Date => "yMd", TypeKind.Time => "Hm", _ => "yMdHm" };
        foreach (var part in needed)
        {
            if (!_seen.Contains(part))
                return part switch { 'y' => "the year is", 'M' => "the month is", 'd' => "the day is", 'H' => "the hours are", _ => "the minutes are" }
                    + " missing; write all of it, as in " + Usual(kind);
        }

        var surplus = kind switch { TypeKind.Date => "Hmsfz", TypeKind.Time => "yMdnz", _ => "" };
        if (surplus.Any(_seen.Contains))
            return "it has more than a " + TypeParser.NameOf(kind) + "; write " + Usual(kind);
        if (_isLongFraction && !LongIso8601.IsMatch(_format.ToString()))
            return "a fraction in this form can have at most seven digits; write 'string'";
        return RoundTrips(_format.ToString(), kind) ? null : "values in this format cannot be read back";
    }

    private static string Usual(TypeKind kind) => kind switch { TypeKind.Date => "'YYYY-MM-DD'", TypeKind.Time => "'hh:mm:ss'", _ => "'YYYY-MM-DD hh:mm:ss'" };

    // The sample is in the afternoon, in a zone with a different date and hour than UTC, so that the output identifies the point in time to the minute.
    private static bool RoundTrips(string format, TypeKind kind)
    {
        try
        {
            string Write(DateTimeOffset value) => value.ToString(format, CultureInfo.InvariantCulture);
            // The client writes UTC if the form has no zone.
            var hasZone = Write(Sample) != Write(new DateTimeOffset(Sample.DateTime, TimeSpan.FromHours(5)));
            return format.Length > 1
                && DateTimeOffset.TryParseExact(
                    Write(hasZone ? Sample : Sample.ToUniversalTime()), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
                && kind switch { TypeKind.Date
                    => (read.Year, read.Month, read.Day) == (2001, 2, 13), TypeKind.Time => (read.Hour, read.Minute) == (14, 5), _ => read == Sample };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
