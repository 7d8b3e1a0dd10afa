using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads a body: a member table, a type, a media type, <c>same as Group.Method</c> or <c>unknown</c>.</summary>
internal sealed class BodyReader(ReadingContext context, RowReader rows)
{
    private const string SameAs = "same as ";

    private static readonly string[] Bodies = [FormatWords.Body, FormatWords.Response];

    /// <summary>Reads the body under one of several keys, each of which names a format.</summary>
    public BodyDeclaration? ReadOne(MappingReader keys, string[] bodyKeys)
    {
        BodyDeclaration? body = null;
        YamlEntry? first = null;
        foreach (var entry in Entries(keys, bodyKeys))
        {
            var read = Read(keys, entry.Name);
            if (first is not null)
                context.Report(SpecRules.Contradiction, entry.Key, "'" + entry.Name + ":'", "'" + first.Name + ":'");
            first ??= entry;
            body ??= read;
        }

        return body;
    }

    /// <summary>Reads a body in all its formats, or in the only one that it can have.</summary>
    public List<BodyDeclaration> Read(MappingReader keys, string[] bodyKeys, bool hasForms)
        => hasForms ? ReadForms(keys, bodyKeys) : ReadOne(keys, bodyKeys) is { } body ? [body] : [];

    /// <summary>Reads a body in all its formats, in the order of the file. Client and server distinguish them by the media type.</summary>
    public List<BodyDeclaration> ReadForms(MappingReader keys, string[] bodyKeys)
    {
        var read = new List<(BodyDeclaration Body, YamlEntry Entry)>();
        foreach (var entry in Entries(keys, bodyKeys))
        {
            if (Read(keys, entry.Name) is not { } body)
                continue;
            if (read.Find(known => AreAlike(known.Body, body)) is { Entry: { } other })
                context.Report(SpecRules.Contradiction, entry.Key, "'" + entry.Name + ":'", "'" + other.Name + ":'");
            else
                read.Add((body, entry));
        }

        return read.ConvertAll(static known => known.Body);
    }

    /// <summary>Returns the entries of a body, each of which is a format: those with one of the keys, or with a media type after the first key.</summary>
    public static IEnumerable<YamlEntry> Entries(MappingReader keys, string[] bodyKeys) => keys.Mapping.Entries.Where(
        entry => Array.IndexOf(bodyKeys, entry.Name) >= 0 || MediaTypeOf(entry.Name, bodyKeys[0]) is not null);

    /// <summary>Returns the known keys, and those in a mapping that consist of one of them and a media type: <c>response text/csv</c>.</summary>
    public static string[] WithMediaTypes(string[] known, YamlMapping mapping)
    {
        string[] bodies = [.. Bodies.Where(body => Array.IndexOf(known, body) >= 0)];
        return [.. known, .. mapping.Entries.Select(static entry => entry.Name).Where(name => bodies.Any(body => MediaTypeOf(name, body) is not null))];
    }

    private static bool AreAlike(BodyDeclaration one, BodyDeclaration other)
        => FormatName.Of(one) is not { } name || FormatName.Of(other) is not { } second || name == second;

    private static string? MediaTypeOf(string key, string body)
        => key.Length > body.Length && key[body.Length] == ' ' && key.StartsWith(body, StringComparison.Ordinal)
            && key.Substring(body.Length).Trim() is var rest && IsMediaType(rest) ? rest : null;

    private BodyDeclaration? Read(MappingReader keys, string key)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return null;
        var pointer = keys.PointerOf(key);
        if ((MediaTypeOf(key, FormatWords.Body) ?? MediaTypeOf(key, FormatWords.Response)) is { } mediaType)
            return ReadMedia(entry, mediaType, pointer);
        var format = BodyFormats.OfKey(key);
        if (format is BodyFormat.Form or BodyFormat.Multipart)
            return ReadForm(entry, pointer, format);
        if (entry.Value is YamlMapping mapping)
        {
            var members = rows.ReadRows(mapping, pointer, TableKind.Members);
            return new BodyDeclaration { Kind = BodyKind.Members, Format = format, Members = members, Pointer = pointer };
        }

        if (entry.Value is YamlSequence)
        {
            context.Report(SpecRules.WrongShape, entry.Key, key, "rows, a type or a media type", "a list");
            return null;
        }

        if (keys.Scalar(key) is not { } scalar || ReadScalar(scalar, pointer) is not { } body)
            return null;
        if (format == BodyFormat.Json || body.Kind != BodyKind.Media)
            return body with { Format = format };
        context.Report(SpecRules.WrongShape, scalar, key, "rows or a type", "a media type");
        return null;
    }

    // The content is passed on as it is, so there is nothing to describe.
    private BodyDeclaration? ReadMedia(YamlEntry entry, string mediaType, string pointer)
    {
        if (entry.Value is YamlScalar { IsMissing: true })
            return new BodyDeclaration { Kind = BodyKind.Media, MediaType = mediaType, Pointer = pointer };
        var name = entry.Name.Substring(0, entry.Name.IndexOf(' '));
        var key = BodyFormats.Of(mediaType) is BodyFormat.Xml ? name + " xml" : name;
        context.Report(
            SpecRules.WrongShape, entry.Key, entry.Name, "no value",
            ReadingContext.Describe(entry.Value) + "; describe tables under '" + key + ":'");
        return null;
    }

    // A form whose fields the page does not show is still a form. Other strings are not tables.
    private BodyDeclaration? ReadForm(YamlEntry entry, string pointer, BodyFormat format)
    {
        var fields = rows.ReadTable(entry, pointer, TableKind.Parts);
        var isRead = entry.Value is YamlMapping or YamlScalar { Value: TypeParser.Unknown };
        return fields.Count == 0 || !isRead ? null : new BodyDeclaration { Kind = BodyKind.Form, Format = format, Members = fields, Pointer = pointer };
    }

    private BodyDeclaration? ReadScalar(YamlScalar scalar, string pointer)
    {
        var text = scalar.Value.Trim();
        if (text == TypeParser.Unknown)
        {
            context.Open.Add(pointer, null, context.Text.SpanOf(scalar));
            return new BodyDeclaration { Kind = BodyKind.Unknown, Pointer = pointer };
        }

        if (text.StartsWith(SameAs, StringComparison.Ordinal))
        {
            var operation = text.Substring(SameAs.Length).Trim();
            if (OperationName.IsReference(operation))
                return new BodyDeclaration { Kind = BodyKind.SameAs, SameAs = operation, Pointer = pointer };
            var offset = scalar.Value.IndexOf(SameAs, StringComparison.Ordinal) + SameAs.Length;
            context.Report(SpecRules.InvalidReference, context.Text.SpanOf(scalar, offset, Math.Max(1, scalar.Value.Length - offset)), operation);
            return null;
        }

        if (IsMediaType(text))
            return new BodyDeclaration { Kind = BodyKind.Media, MediaType = text, Pointer = pointer };
        context.Locate(pointer + SpecLocations.Type, context.Text.SpanOf(scalar));
        if (TypeReader.Read(context, scalar) is not { } type)
            return null;
        context.Open.AddType(pointer, type, context.Text.SpanOf(scalar));
        RowChecks.CheckType(type, TableKind.Members, (rule, part, arguments) => context.Report(
            rule, context.Text.SpanOf(scalar, part.Start, part.Length), arguments));
        return new BodyDeclaration { Kind = BodyKind.Type, Type = type, Pointer = pointer };
    }

    // RFC 9110, section 8.3.1: two tokens with a slash between them, then parameters.
    private static bool IsMediaType(string text)
    {
        var semicolon = text.IndexOf(';');
        var essence = (semicolon < 0 ? text : text.Substring(0, semicolon)).TrimEnd();
        var slash = essence.IndexOf('/');
        return slash > 0 && slash < essence.Length - 1 && slash == essence.LastIndexOf('/')
            && essence.All(static c => c is '/' or '*' || (c < 128 && (char.IsLetterOrDigit(c) || "!#$&^_.+-".Contains(c))));
    }
}
