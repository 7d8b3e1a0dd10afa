using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>authentication:</c> of an API file, and of a section that takes no credential.</summary>
internal static class AuthenticationReader
{
    private const string None = "none";
    private const string Header = "header ";
    private const string Ways = "'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'";
    private const string OnlyInSections = "it in a section; an API file without a way to log in has no 'authentication:'";
    private static readonly string[] MessageHeaders = ["Accept", "Accept-Language", "Host", "User-Agent"];
    public static readonly string[] SessionKeys = ["session", "issued in", "lifetime", "header"];
    public static readonly string[] TokenKeys = ["token", "member", "issued in", "header", "scheme", "lifetime"];

    public static EquatableArray<AuthenticationScheme> Read(ReadingContext context, MappingReader keys)
    {
        if (keys.Find("authentication") is not { } entry || entry.Value.IsBroken)
            return [];
        var pointer = keys.PointerOf("authentication");
        var schemes = new List<AuthenticationScheme>();
        if (entry.Value is not YamlSequence sequence)
        {
            if (ReadItem(context, keys, entry.Value, entry.Key, pointer) is { } scheme)
                schemes.Add(scheme);
            return schemes.ToEquatableArray();
        }

        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (ReadItem(context, keys, sequence.Items[i], sequence.Items[i], ReadingContext.ItemPointer(pointer, i)) is { } scheme)
                schemes.Add(scheme);
        }

        return schemes.ToEquatableArray();
    }

    /// <summary>Whether a section says that it takes no credential.</summary>
    public static bool IsNone(ReadingContext context, MappingReader keys)
    {
        if (keys.Scalar("authentication") is not { } scalar)
            return false;
        if (scalar.Value.Trim() == None)
            return true;
        context.Report(SpecRules.InvalidAuthentication, scalar, scalar.Value.Trim(), "'none' in a section; the API file lists the ways to log in");
        return false;
    }

    private static AuthenticationScheme? ReadItem(ReadingContext context, MappingReader keys, YamlNode node, YamlNode shownAt, string pointer)
    {
        if (node.IsBroken)
            return null;
        if (node is YamlMapping mapping)
            return ReadMapping(context, new MappingReader(context, mapping, pointer), pointer);
        if (keys.RequireScalar(node, "authentication", shownAt) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        if (text == "basic")
            return new AuthenticationScheme { Kind = AuthenticationKind.Basic, Pointer = pointer };
        if (text == "bearer")
            return new AuthenticationScheme { Kind = AuthenticationKind.Bearer, Pointer = pointer };
        if (ReadNames(text, Header, StringComparer.OrdinalIgnoreCase) is { } headers)
            return new AuthenticationScheme { Kind = AuthenticationKind.Header, Names = headers, Pointer = pointer };
        if (ReadNames(text, "query ", StringComparer.Ordinal) is { } parameters)
            return new AuthenticationScheme { Kind = AuthenticationKind.Query, Names = parameters, Pointer = pointer };
        context.Report(SpecRules.InvalidAuthentication, scalar, text, text == None ? OnlyInSections : Ways);
        return null;
    }

    // 'header X-Api-Key' or 'query usr, pwd'; null: the text is something else.
    private static EquatableArray<string>? ReadNames(string text, string place, StringComparer comparer)
    {
        if (!text.StartsWith(place, StringComparison.Ordinal))
            return null;
        var names = text.Substring(place.Length).Split(',').Select(static name => name.Trim()).ToEquatableArray();
        return names.All(name => name.Length > 0 && !name.Any(char.IsWhiteSpace) && !(place == Header && IsOfMessage(name)))
            && names.Distinct(comparer).Count() == names.Count
                ? names
                : null;
    }

    // These headers describe the message; they cannot carry a secret.
    private static bool IsOfMessage(string name)
        => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || MessageHeaders.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static AuthenticationScheme? ReadMapping(ReadingContext context, MappingReader item, string pointer)
    {
        if (item.Find("session") is not null)
        {
            item.CheckKeys(SessionKeys);
            return new AuthenticationScheme
            {
                Kind = AuthenticationKind.Session,
                Scheme = item.Text("session"),
                Header = item.Text("header"),
                IssuedIn = item.Text("issued in"),
                LifetimeSeconds = ReadLifetime(context, item),
                Pointer = pointer,
            };
        }

        if (item.Find("token") is not null)
        {
            item.CheckKeys(TokenKeys);
            if (item.Find("member") is null && item.Find("issued in") is null)
                context.Report(SpecRules.MissingKey, item.Find("token")!.Key, "A token", "member", ", the member of the response that holds it, or 'issued in', the header");
            if (item.Find("member") is not null && item.Find("issued in") is { } second)
                context.Report(SpecRules.Contradiction, second.Key, "'issued in'", "'member'");
            return new AuthenticationScheme
            {
                Kind = AuthenticationKind.Token,
                Operation = item.Operation("token"),
                Member = item.Text("member"),
                IssuedIn = item.Text("issued in"),
                Header = item.Text("header"),
                Scheme = item.Text("scheme"),
                LifetimeSeconds = ReadLifetime(context, item),
                Pointer = pointer,
            };
        }

        var first = item.Mapping.Entries.Count > 0 ? item.Mapping.Entries[0].Key : null;
        if (first is not null)
            context.Report(SpecRules.InvalidAuthentication, first, first.Value, Ways);
        else
            context.Report(SpecRules.InvalidAuthentication, item.Mapping, "{ }", Ways);
        return null;
    }

    private static int? ReadLifetime(ReadingContext context, MappingReader item)
    {
        if (item.Scalar("lifetime") is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        var unit = text.Length == 0 ? 0 : text[text.Length - 1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        if (unit > 0 && int.TryParse(text.Substring(0, text.Length - 1).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && amount > 0 && (long)amount * unit <= int.MaxValue)
            return amount * unit;
        context.Report(SpecRules.InvalidDuration, scalar, text);
        return null;
    }
}
