using System.Globalization;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads status tables: <c>404 Not found: text</c>, a list of codes, or <c>unknown</c>.</summary>
internal sealed class StatusTableReader(ReadingContext context, RowReader rows, BodyReader bodies)
{
    /// <summary>The keys of a status row in long form.</summary>
    public static readonly string[] RowKeys =
    [
        "description", "headers", .. FormatWords.ResponseKeys, "since", "until", EditionRemarks.Before, "only", "except",
        "transient", "editions", "error codes", "csharp",
    ];

    /// <summary>Whether the body of a row can have several formats.</summary>
    public bool HasForms { get; init; }

    private const string CodeFirst = "write the code first, as in '404 Not found'";
    private const string AllCodes = "write '4xx, 5xx' for all other failures, or '...: unknown' as the last row if the table continues";
    private const string CodesAlone = "write only codes before the colon, as in '403, 409', or a row for each code";
    private const string RowsNotItems = "write rows under 'status:' without dashes, as in '404 Not found: text'";

    /// <summary>Returns the table of a section. A table that is omitted, cut off or has no success row is open.</summary>
    public StatusTable ReadSection(MappingReader keys)
    {
        // The page has no table, or refers to a table that all sections share.
        if (keys.Find("status") is not { } entry || entry.Value.IsBroken)
            return new StatusTable(IsOpen: true, []);
        if (entry.Value is YamlScalar { Value: TypeParser.Unknown })
        {
            context.Open.Add(keys.PointerOf("status"), null, context.Text.SpanOf(entry.Value));
            return new StatusTable(IsOpen: true, []);
        }

        var codesBefore = context.DiagnosticCount;
        var table = Read(keys, "status");
        // If codes could not be read, they can include the success, and any code that an example shows.
        var isOpen = context.DiagnosticCount > codesBefore || context.IsCutOff || EndsOpen(entry.Value);
        if (isOpen || table.Any(static status => status.IsResult))
            return new StatusTable(isOpen, table);
        context.Report(SpecRules.NoSuccess, entry.Key);
        return new StatusTable(IsOpen: true, table);
    }

    private static bool EndsOpen(YamlNode table) => table switch
    {
        YamlMapping mapping => mapping.Find(TypeParser.Rest) is not null,
        YamlSequence list => list.Items.Exists(static item => item is YamlScalar { Value: TypeParser.Rest }),
        _ => false,
    };

    public EquatableArray<StatusDeclaration> Read(MappingReader keys, string key)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return [];
        var statuses = new StatusRows();
        if (entry.Value is YamlMapping mapping)
        {
            foreach (var row in mapping.Entries)
            {
                if (row.Name == TypeParser.Rest)
                    RowReader.ReadRest(context, mapping, row, keys.PointerOf(key));
                else
                    ReadRow(statuses, row, keys.PointerOf(key) + "/" + row.Name);
            }
        }
        else if (entry.Value is YamlSequence list && list.Items.Find(static item => item is YamlMapping) is YamlMapping item)
        {
            var text = item.Entries.Count == 0 ? "- {}" : "- " + item.Entries[0].Name;
            context.Report(SpecRules.InvalidStatus, item.Entries.Count == 0 ? item : item.Entries[0].Key, text, RowsNotItems);
        }
        else
        {
            foreach (var word in keys.Words(key, reportRepeated: false))
            {
                if (word.Text == TypeParser.Rest)
                    context.Open.Add(keys.PointerOf(key), "further rows", word.Span);
                else if (ReadCode(word) is { } code)
                    Add(statuses, new StatusDeclaration { Code = code, Pointer = word.Pointer }, word.Span);
            }
        }

        return statuses.All.ToEquatableArray();
    }

    /// <summary>Returns a list of codes without messages.</summary>
    public EquatableArray<int> ReadCodes(MappingReader keys, string key)
    {
        var codes = new List<int>();
        foreach (var word in keys.Words(key))
        {
            if (ReadCode(word) is { } code)
                codes.Add(code);
        }

        return codes.ToEquatableArray();
    }

    private void Add(StatusRows statuses, StatusDeclaration status, SpecSpan span)
    {
        if (!statuses.TryAdd(status))
            context.Report(SpecRules.DuplicateCode, span, StatusDeclaration.TextOf(status.Code) + (status.Message is null ? "" : " " + status.Message));
    }

    private int? ReadCode(Word word)
    {
        var (code, message) = Split(word.Text);
        if (message is null)
            return CheckCode(code, word.Text, word.Span);
        context.Report(
            SpecRules.InvalidStatus, word.Span, word.Text, IsCode(code) ? "an item of a list is a code without a message; " + RowsNotItems : CodeFirst);
        return null;
    }

    /// <summary>Whether a key belongs to a status row: codes, or a code and a message.</summary>
    public static bool BeginsWithCode(string key) => CodesOf(key) is [{ Length: 3 } code, ..] && (IsCode(code) || IsClass(code));

    private static bool IsCode(string text) => text.Length > 0 && text.All(static c => c is >= '0' and <= '9');

    // 4xx covers all codes of its class that have no row.
    private static bool IsClass(string text) => text.Length == 3 && text[0] is >= '1' and <= '5'
        && string.Equals(text.Substring(1), "xx", StringComparison.OrdinalIgnoreCase);

    private int? CheckCode(string digits, string text, SpecSpan span)
    {
        if (IsClass(digits))
            return digits[0] - '0';
        if (digits.Length > 9 || !IsCode(digits))
        {
            context.Report(SpecRules.InvalidStatus, span, text, digits.EndsWith(",", StringComparison.Ordinal) && IsCode(digits.TrimEnd(',')) ? CodesAlone
                : digits.ToLowerInvariant() is "default" or "other" or "others" ? AllCodes
                : CodeFirst);
            return null;
        }

        var code = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (code is >= 100 and <= 599 && digits.Length == 3)
            return code;
        context.Report(SpecRules.CodeOutOfRange, span, digits);
        return null;
    }

    private static (string Code, string? Message) Split(string text)
    {
        text = text.Trim();
        var space = text.IndexOf(' ');
        return space < 0 ? (text, null) : (text.Substring(0, space), text.Substring(space + 1).Trim());
    }

    /// <summary>Returns the codes before a message. Commas only separate codes if there is no message, because a message can also contain one.</summary>
    private static string[] CodesOf(string key)
    {
        var codes = key.Split(',').Select(static code => code.Trim()).ToArray();
        return Array.TrueForAll(codes, static code => IsCode(code) || IsClass(code)) ? codes : [Split(key).Code];
    }

    private void ReadRow(StatusRows statuses, YamlEntry entry, string pointer)
    {
        var codes = CodesOf(entry.Name);
        var message = codes.Length == 1 ? Split(entry.Name).Message : null;
        StatusDeclaration? first = null;
        var offset = 0;
        foreach (var digits in codes)
        {
            offset = entry.Name.IndexOf(digits, offset, StringComparison.Ordinal);
            if (CheckCode(digits, entry.Name, context.Text.SpanOf(entry.Key, offset, digits.Length)) is { } code)
            {
                // The content of the row is read, and its errors are reported, once for all codes.
                first = first is null ? ReadRow(new StatusDeclaration { Code = code, Message = message, Pointer = pointer }, entry)
                    : first with { Code = code };
                Add(statuses, first, codes.Length == 1 ? context.Text.SpanOf(entry.Key) : context.Text.SpanOf(entry.Key, offset, digits.Length));
            }

            offset += digits.Length;
        }
    }

    private StatusDeclaration ReadRow(StatusDeclaration status, YamlEntry entry)
    {
        CheckMessage(status, entry);
        if (entry.Value.IsBroken)
            return status;
        switch (entry.Value)
        {
            case YamlScalar { IsMissing: true }:
                // The page prints code and message, and leaves the rest of the row empty.
                return status;
            case YamlScalar scalar:
                return status with { Description = scalar.Value.TrimEnd('\n') };
            case YamlMapping mapping:
                return ReadLongRow(status, new MappingReader(context, mapping, status.Pointer));
            default:
                context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "text or a mapping", "a list");
                return status;
        }
    }

    private void CheckMessage(StatusDeclaration status, YamlEntry entry)
    {
        var code = StatusDeclaration.TextOf(status.Code);
        if (status.Message is not { Length: > 0 } message)
        {
            if (entry.Value is YamlScalar { IsMissing: false, IsBroken: false } text && StatusPhrases.At(status.Code, text.Value) is { } phrase)
                context.Report(SpecRules.MessageBehindColon, context.Text.SpanOf(text, 0, phrase.Length), phrase, code);
            return;
        }

        var span = context.Text.SpanOf(entry.Key, entry.Name.IndexOf(message, StringComparison.Ordinal), message.Length);
        var phrases = StatusPhrases.Of(status.Code);
        // Constants of programs are words too: BAD_REQUEST.
        var words = message.Replace('_', ' ');
        if (phrases.Contains(words, StringComparer.OrdinalIgnoreCase))
            return;
        // References print '200 Created' if something was created. The code decides which success it is.
        if (StatusPhrases.CodeOf(words) is { } other && !(other / 100 == 2 && status.FirstCode / 100 == 2))
            context.Report(SpecRules.MessageOfAnotherCode, span, message, other.ToString(CultureInfo.InvariantCulture), code);
        else if (phrases.FirstOrDefault(phrase => phrase.Length > 3 && NearestName.IsOneSlip(words, phrase)) is { } meant)
            context.Report(SpecRules.MisspeltMessage, span, message, meant, code);
    }

    private EquatableArray<RowDeclaration> ReadHeaders(YamlEntry entry, string pointer)
    {
        foreach (var row in (entry.Value as YamlMapping)?.Entries ?? [])
        {
            if (row.Value is YamlMapping keys && RowShape.HasType(keys) && keys.Find(RowReader.Alias) is { } alias)
                context.Report(SpecRules.FlagNotAllowed, alias.Key, RowReader.Alias, "for members and parameters; write one row for each name of a header");
        }

        return rows.ReadTable(entry, pointer, TableKind.Headers).Select(static row => row with { Aliases = [] }).ToEquatableArray();
    }

    private StatusDeclaration ReadLongRow(StatusDeclaration status, MappingReader keys)
    {
        keys.CheckKeys(RowKeys);
        var responses = bodies.Read(keys, FormatWords.ResponseKeys, HasForms);
        return status with
        {
            Description = keys.Text("description"),
            Headers = keys.Find("headers") is { } headers ? ReadHeaders(headers, keys.PointerOf("headers")) : [],
            Response = responses.FirstOrDefault(),
            OtherResponses = responses.Skip(1).ToEquatableArray(),
            Editions = keys.Editions(),
            Transient = keys.YesNo("transient"),
            OtherEditions = ReadEditions(keys),
            ErrorCodes = OutcomeReader.ReadCodes(context, keys),
            CSharpName = keys.CSharpName(),
        };
    }

    private EquatableArray<EditionWording> ReadEditions(MappingReader keys)
    {
        if (keys.Find("editions") is not { } entry || entry.Value.IsBroken)
            return [];
        if (entry.Value is not YamlMapping mapping)
        {
            context.Report(SpecRules.WrongShape, entry.Key, "editions", "a mapping, as in '{ V10: Created }'", ReadingContext.Describe(entry.Value));
            return [];
        }

        var wordings = new List<EditionWording>();
        foreach (var wording in mapping.Entries)
        {
            if (keys.RequireScalar(wording.Value, wording.Name, wording.Key) is { } text)
                wordings.Add(new EditionWording(wording.Name, text.Value.TrimEnd('\n')));
        }

        return wordings.ToEquatableArray();
    }

    /// <summary>The rows of a table, each with a different code or message.</summary>
    private sealed class StatusRows
    {
        private readonly HashSet<(int Code, string? Message)> _known = [];

        public List<StatusDeclaration> All { get; } = [];

        public bool TryAdd(StatusDeclaration status)
        {
            if (!_known.Add((status.Code, status.Message?.ToUpperInvariant())))
                return false;
            All.Add(status);
            return true;
        }
    }
}
