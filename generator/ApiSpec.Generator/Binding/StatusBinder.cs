using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles the status table of a section: its own rows, in the wording of the API file where it has none, and what any section may return.</summary>
internal static class StatusBinder
{
    private static readonly Dictionary<string, int> PhraseNames = StatusPhrases.Codes
        .GroupBy(static code => CSharpName.PascalWords(code.Key), StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => same.First().Value, StringComparer.Ordinal);

    public static EquatableArray<StatusMember> Bind(ApiScope scope, SpecSource source, string enumName)
    {
        var names = new MemberNames(scope.Report, source.Path, enumName, ReservedNames.OfStatus);
        var shared = new Dictionary<int, StatusDeclaration>();
        foreach (var status in scope.Api?.Statuses ?? [])
            shared[status.Code] = status;

        var rows = source.File.Section!.Statuses.Rows.ToList();
        foreach (var code in scope.Api?.Always ?? [])
        {
            if (rows.All(row => row.Code != code))
                rows.Add(new StatusDeclaration { Code = code, Pointer = "/status" });
        }

        var statuses = new List<StatusMember>(rows.Count);
        foreach (var row in rows.OrderBy(static row => row.Code))
        {
            shared.TryGetValue(row.Code, out var wording);
            if (row.Pointer != "/status" && row.Message is null && row.Description is null && wording is null && scope.Api is { Statuses.Count: > 0, AreStatusesUnread: false })
                scope.Report.Add(SpecRules.CodeWithoutWords, source.Path, row.Pointer, row.Code.ToString(CultureInfo.InvariantCulture));

            var message = row.Message ?? wording?.Message;
            var name = row.CSharpName ?? wording?.CSharpName ?? names.Free(NameOf(row.Code, message));
            if (names.Take(row.Code.ToString(CultureInfo.InvariantCulture), name, row.Pointer) is not { } csharpName)
                continue;
            statuses.Add(new StatusMember(
                row.Code, csharpName, message, Describe(row, wording), row.IsResult, row.Transient ?? wording?.Transient));
        }

        return statuses.ToEquatableArray();
    }

    /// <summary>
    /// The C# name of a status: the error id that its message is, or the message that HTTP gives the code. A message of prose makes no name, so that it can be
    /// corrected.
    /// </summary>
    public static string NameOf(int code, string? message)
    {
        if (message is not null && IsErrorId(message))
        {
            var id = char.IsLetter(message[0]) ? CSharpName.Pascal(message) : "Error" + (message[0] == '-' ? "Minus" : "") + CSharpName.Pascal(message).TrimStart('_');
            return PhraseNames.TryGetValue(id, out var other) && other != code ? id + code.ToString(CultureInfo.InvariantCulture) : id;
        }

        return StatusPhrases.Of(code) is [var phrase, ..] ? CSharpName.PascalWords(phrase) : "Status" + code.ToString(CultureInfo.InvariantCulture);
    }

    // One word that no prose has: NoValidSession, KART50001-E, ERR_TIMEOUT, 106.
    private static bool IsErrorId(string message)
    {
        var isWord = CSharpName.HasWords(message);
        var isMarked = false;
        for (var i = 0; i < message.Length && isWord; i++)
        {
            isWord = !char.IsWhiteSpace(message[i]) && message[i] != ',';
            isMarked |= message[i] == '_' || char.IsDigit(message[i]) || (i > 0 && char.IsUpper(message[i]) && char.IsLower(message[i - 1]));
        }

        return isWord && isMarked;
    }

    private static string? Describe(StatusDeclaration row, StatusDeclaration? wording)
    {
        var parts = new List<string>();
        if ((row.Description ?? wording?.Description) is { } description)
            parts.Add(description);
        DocumentationText.AddEditions(parts, row.Editions);
        foreach (var other in row.OtherEditions)
            parts.Add("In " + other.Edition + ": " + other.Text + ".");
        return DocumentationText.Join(parts);
    }
}
