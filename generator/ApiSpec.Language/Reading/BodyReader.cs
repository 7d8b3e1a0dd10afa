using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads a body: a member table, a type, a media type, <c>same as Group.Method</c> or <c>unknown</c>.</summary>
internal sealed class BodyReader(ReadingContext context, RowReader rows)
{
    private const string SameAs = "same as ";

    /// <summary>Reads the body under one of several keys, each of which names a format.</summary>
    public BodyDeclaration? ReadOne(MappingReader keys, string[] bodyKeys)
    {
        BodyDeclaration? body = null;
        YamlEntry? first = null;
        foreach (var entry in bodyKeys.Select(keys.Find).OfType<YamlEntry>())
        {
            var read = Read(keys, entry.Name);
            if (first is not null)
                context.Report(SpecRules.Contradiction, entry.Key, "'" + entry.Name + ":'", "'" + first.Name + ":'");
            first ??= entry;
            body ??= read;
        }

        return body;
    }

    /// <summary>Reads all formats in which a request can be sent, in the order of the file. A server only distinguishes tables.</summary>
    public List<BodyDeclaration> ReadForms(MappingReader keys, string[] bodyKeys)
    {
        var bodies = new List<BodyDeclaration>();
        YamlEntry? first = null;
        foreach (var entry in bodyKeys.Select(keys.Find).OfType<YamlEntry>().OrderBy(static entry => entry.Key.Start))
        {
            if (Read(keys, entry.Name) is not { } body)
                continue;
            if (bodies.Count > 0 && (HasNoTable(body) || HasNoTable(bodies[0])))
                context.Report(SpecRules.Contradiction, entry.Key, "'" + entry.Name + ":'", "'" + first!.Name + ":'");
            else
                bodies.Add(body);
            first ??= entry;
        }

        return bodies;
    }

    private static bool HasNoTable(BodyDeclaration body) => body.Kind is BodyKind.Media or BodyKind.Unknown;

    private BodyDeclaration? Read(MappingReader keys, string key)
    {
        if (keys.Find(key) is not { } entry || entry.Value.IsBroken)
            return null;
        var pointer = keys.PointerOf(key);
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
