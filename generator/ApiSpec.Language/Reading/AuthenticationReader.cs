using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>authentication:</c> of an API file.</summary>
internal static class AuthenticationReader
{
    private const string Header = "header ";
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
        if (text.StartsWith(Header, StringComparison.Ordinal) && text.Substring(Header.Length).Trim() is { Length: > 0 } name && name.IndexOf(' ') < 0)
            return new AuthenticationScheme { Kind = AuthenticationKind.Header, Header = name, Pointer = pointer };
        context.Report(SpecRules.InvalidAuthentication, scalar, text);
        return null;
    }

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
            context.Report(SpecRules.InvalidAuthentication, first, first.Value);
        else
            context.Report(SpecRules.InvalidAuthentication, item.Mapping, "{ }");
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
