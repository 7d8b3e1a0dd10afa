using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>authentication:</c> of an API file, and of a section that takes no credential or a different one.</summary>
internal static class AuthenticationReader
{
    private const string None = "none";
    private const string CookiesOf = "cookie from ";
    private const string Computed = " computed";

    // Each name is compared with each row. No real page has that many.
    private const int MostNames = 100;
    private const string Ways = "'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'";
    private const string WaysOfSection = "'none', a way of the API file such as 'cookie', or " + Ways;
    private const string OnlyInSections = "it only in a section; leave 'authentication:' out of an API file without a way to log in";
    private static readonly string[] MessageHeaders = ["Accept", "Accept-Language", "Host", "User-Agent"];
    private static readonly Dictionary<string, CredentialPlace> Places = new(StringComparer.Ordinal)
    {
        ["header"] = CredentialPlace.Header, ["query"] = CredentialPlace.Query, ["form"] = CredentialPlace.Form, ["body"] = CredentialPlace.Body,
        ["cookie"] = CredentialPlace.Cookie,
    };

    public static readonly string[] SessionKeys = ["session", "issued in", "lifetime", "header"];
    /// <summary>The key for the response body that shows that a token has expired.</summary>
    public const string ExpiredWhen = "expired when";

    public static readonly string[] TokenKeys = [
        "token", "member", "issued in", "header", "scheme", "query", "form", "body", "cookie", "lifetime", ExpiredWhen,
    ];

    public static EquatableArray<AuthenticationScheme> Read(ReadingContext context, MappingReader keys)
    {
        if (keys.Find("authentication") is not { } entry || entry.Value.IsBroken || IsUnknown(context, keys, entry))
            return [];
        var schemes = ReadAll(context, keys, entry, isSection: false);
        return schemes.Select(static read => read.Scheme).ToEquatableArray();
    }

    /// <summary>
    /// Reads how a section authenticates: <c>none</c>, schemes of the API file, or separate ones. Null: the section does not say, or its page does not show it.
    /// </summary>
    public static EquatableArray<AuthenticationScheme>? ReadOfSection(ReadingContext context, MappingReader keys)
    {
        if (keys.Find("authentication") is not { } entry || entry.Value.IsBroken || IsUnknown(context, keys, entry))
            return null;
        if (entry.Value is YamlScalar scalar && scalar.Value.Trim() == None)
            return [];
        var schemes = ReadAll(context, keys, entry, isSection: true);
        return schemes.Count == 0 ? null : schemes.Select(static read => read.Scheme).ToEquatableArray();
    }

    private static bool IsUnknown(ReadingContext context, MappingReader keys, YamlEntry entry)
    {
        if (entry.Value is not YamlScalar scalar || scalar.Value.Trim() != TypeParser.Unknown)
            return false;
        context.Open.Add(keys.PointerOf("authentication"), null, context.Text.SpanOf(scalar));
        return true;
    }

    private static List<(AuthenticationScheme Scheme, YamlNode Node)> ReadAll(ReadingContext context, MappingReader keys, YamlEntry entry, bool isSection)
    {
        var pointer = keys.PointerOf("authentication");
        var schemes = new List<(AuthenticationScheme Scheme, YamlNode Node)>();
        if (entry.Value is not YamlSequence sequence)
        {
            if (ReadItem(context, keys, entry.Value, entry.Key, pointer, isSection) is { } scheme)
                schemes.Add((scheme, entry.Value));
            return schemes;
        }

        if (sequence.Items.Count == 0)
            context.Report(SpecRules.InvalidAuthentication, entry.Key, "[]", isSection ? WaysOfSection : Ways + ", or leave the key out");
        var names = 0;
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            if (ReadItem(context, keys, sequence.Items[i], sequence.Items[i], ReadingContext.ItemPointer(pointer, i), isSection) is not { } scheme)
                continue;
            names += Math.Max(1, scheme.Names.Count);
            if (names > MostNames)
            {
                context.Report(SpecRules.InvalidAuthentication, sequence.Items[i], "This", "at most 100 ways and names in all");
                break;
            }

            schemes.Add((scheme, sequence.Items[i]));
        }

        CheckNames(context, schemes);
        return schemes;
    }

    // Two schemes can share a name: 'X-User, X-Token' or 'X-User, X-Password'. If they share all names, a server cannot distinguish them.
    private static void CheckNames(ReadingContext context, List<(AuthenticationScheme Scheme, YamlNode Node)> schemes)
    {
        var seen = new HashSet<(CredentialPlace Place, string Names)>();
        foreach (var (scheme, node) in schemes)
        {
            var names = scheme.Names.Select(name => scheme.Place == CredentialPlace.Header ? name.ToLowerInvariant() : name)
                .OrderBy(static name => name, StringComparer.Ordinal);
            if (scheme.Names.Count > 0 && !seen.Add((scheme.Place, string.Join(",", names))))
                context.Report(
                    SpecRules.InvalidAuthentication, node, string.Join(", ", scheme.Names),
                    "other names; another way in this list already uses them in the same place");
        }
    }

    private static AuthenticationScheme? ReadItem(ReadingContext context, MappingReader keys, YamlNode node, YamlNode shownAt, string pointer, bool isSection)
    {
        if (node.IsBroken)
            return null;
        if (isSection && (node is YamlMapping || (node is YamlScalar { Value: { } words } && words.Trim().StartsWith(CookiesOf, StringComparison.Ordinal))))
        {
            context.Report(SpecRules.InvalidAuthentication, shownAt, "This", "the whole entry in the API file, and only 'token', 'session' or 'cookie' here");
            return null;
        }

        if (node is YamlMapping mapping)
            return ReadMapping(context, new MappingReader(context, mapping, pointer), pointer);
        if (keys.RequireScalar(node, "authentication", shownAt) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        var scheme = isSection && ReadReference(text) is { } reference ? reference : ReadWords(text);
        if (scheme is not null)
            return scheme with { Pointer = pointer };
        context.Report(
            SpecRules.InvalidAuthentication, scalar, text,
            text == None && !isSection ? OnlyInSections : AdviceOfMessageHeader(text) ?? (isSection ? WaysOfSection : Ways));
        return null;
    }

    // 'cookie', 'token' or 'computed' means the scheme of this kind in the API file.
    private static AuthenticationScheme? ReadReference(string text) => text switch
    {
        "session" => Scheme(AuthenticationKind.Session) with { IsReference = true },
        "token" => Scheme(AuthenticationKind.Token) with { IsReference = true },
        "computed" => Scheme(AuthenticationKind.Fields) with { IsReference = true, IsComputed = true },
        _ => Places.TryGetValue(text, out var place) ? Scheme(AuthenticationKind.Fields) with { IsReference = true, Place = place } : null,
    };

    private static AuthenticationScheme? ReadWords(string text)
    {
        if (text == "basic")
            return Scheme(AuthenticationKind.Basic);
        if (text == "bearer")
            return Scheme(AuthenticationKind.Bearer);
        if (text == "digest")
            return Scheme(AuthenticationKind.Digest);
        if (text.StartsWith(CookiesOf, StringComparison.Ordinal))
        {
            var operation = text.Substring(CookiesOf.Length).Trim();
            return OperationName.IsReference(operation)
                ? Scheme(AuthenticationKind.Fields) with { Place = CredentialPlace.Cookie, Operation = operation }
                : null;
        }

        var space = text.IndexOf(' ');
        if (space < 0 || !Places.TryGetValue(text.Substring(0, space), out var place))
            return null;
        var isComputed = text.EndsWith(Computed, StringComparison.Ordinal) && place is CredentialPlace.Header or CredentialPlace.Query;
        var list = text.Substring(space, text.Length - space - (isComputed ? Computed.Length : 0));
        return ReadNames(list, place) is { } names ? Scheme(AuthenticationKind.Fields) with { Place = place, Names = names, IsComputed = isComputed } : null;
    }

    private static AuthenticationScheme Scheme(AuthenticationKind kind) => new() { Kind = kind, Pointer = "" };

    // 'X-Api-Key' or 'usr, pwd'; null if the string is something else.
    private static EquatableArray<string>? ReadNames(string text, CredentialPlace place)
    {
        var names = text.Split(',').Select(static name => name.Trim()).ToEquatableArray();
        return names.Count <= MostNames && names.All(name => IsName(name, place)) && names.Distinct(
            place == CredentialPlace.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal).Count() == names.Count ? names : null;
    }

    private static bool IsName(string name, CredentialPlace place)
        => name.Length > 0 && !name.Any(char.IsWhiteSpace)
            && !(place == CredentialPlace.Header && IsOfMessage(name))
            && !(place == CredentialPlace.Body && name.Split('.').Any(static part => part.Length == 0));

    // These headers describe the message; they cannot carry a secret.
    private static bool IsOfMessage(string name)
        => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || MessageHeaders.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Such as a checksum that has to be sent, but says nothing about the caller.
    private static string? AdviceOfMessageHeader(string text)
        => text.StartsWith("header ", StringComparison.Ordinal)
            && text.Substring("header ".Length).Split(',').Select(static name => name.Replace(Computed, "").Trim()).FirstOrDefault(IsOfMessage) is { } name
            ? "a row for '" + name + "' under 'headers:' instead, because it describes the message" : null;

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
                context.Report(
                    SpecRules.MissingKey, item.Find("token")!.Key, "A token", "member",
                    "; write the member of the response that holds it, or 'issued in:' for a header");
            if (item.Find("member") is not null && item.Find("issued in") is { } second)
                context.Report(SpecRules.Contradiction, second.Key, "'issued in'", "'member'");
            return ReadPlace(context, item, new AuthenticationScheme
            {
                Kind = AuthenticationKind.Token,
                Operation = item.Operation("token"),
                Member = item.Text("member"),
                IssuedIn = item.Text("issued in"),
                Header = item.Text("header"),
                Scheme = item.Text("scheme"),
                LifetimeSeconds = ReadLifetime(context, item),
                ExpiredWhen = ReadExpiry(context, item),
                Pointer = pointer,
            });
        }

        var first = item.Mapping.Entries.Count > 0 ? item.Mapping.Entries[0].Key : null;
        if (first is not null)
            context.Report(SpecRules.InvalidAuthentication, first, first.Value, Ways);
        else
            context.Report(SpecRules.InvalidAuthentication, item.Mapping, "{ }", Ways);
        return null;
    }

    // Reads where the token goes: 'header', which can be omitted for Authorization, or one other place.
    private static AuthenticationScheme ReadPlace(ReadingContext context, MappingReader item, AuthenticationScheme scheme)
    {
        var first = scheme.Header is null && scheme.Scheme is null ? null : "header";
        foreach (var place in Places.Where(static place => place.Value != CredentialPlace.Header))
        {
            if (item.Scalar(place.Key) is not { } scalar)
                continue;
            var name = scalar.Value.Trim();
            if (first is not null)
                context.Report(SpecRules.Contradiction, item.Find(place.Key)!.Key, "'" + place.Key + "'", "'" + first + "'");
            else if (!IsName(name, place.Value))
                context.Report(SpecRules.InvalidAuthentication, scalar, name, "one name without spaces");
            else
                scheme = scheme with { Place = place.Value, Names = [name] };
            first ??= place.Key;
        }

        return scheme;
    }

    private static Condition? ReadExpiry(ReadingContext context, MappingReader item)
    {
        if (item.Scalar(ExpiredWhen) is not { } scalar)
            return null;
        var parsed = ConditionText.Parse(scalar.Value.TrimEnd());
        if (parsed.Condition is null)
            context.Report(SpecRules.InvalidCondition, scalar, scalar.Value.Trim(), parsed.Advice);
        return parsed.Condition;
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
