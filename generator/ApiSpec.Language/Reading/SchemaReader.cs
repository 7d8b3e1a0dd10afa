using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads <c>schemas:</c>: member tables, and names for enums, unions and other types.</summary>
internal sealed class SchemaReader(ReadingContext context, RowReader rows)
{
    /// <summary>The keys of a schema that has more than its table or type.</summary>
    public static readonly string[] LongKeys =
    [
        "type", "members", "values", "number", "description", "csharp", "section", "notes", "deprecated", "since", "until", EditionRemarks.Before,
        "only", "except",
    ];

    /// <summary>The names of schemas that could not be read.</summary>
    public List<string> Lost { get; } = [];

    public EquatableArray<SchemaDeclaration> Read(MappingReader keys)
    {
        if (keys.Find("schemas") is not { } entry || entry.Value.IsBroken)
            return [];
        if (entry.Value is not YamlMapping mapping)
        {
            if (entry.Value is YamlScalar { IsMissing: true })
                context.Report(SpecRules.MissingValue, entry.Key, "schemas");
            else
                context.Report(SpecRules.WrongShape, entry.Key, "schemas", "names with rows under them", ReadingContext.Describe(entry.Value));
            return [];
        }

        var schemas = new List<SchemaDeclaration>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in mapping.Entries)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var diagnostics = context.DiagnosticCount;
            if (schema.Value.IsBroken || ReadSchema(schema, keys.PointerOf("schemas") + "/" + schema.Name) is not { } read
                || (read is { Type: null, Members.Count: 0 } && context.DiagnosticCount > diagnostics))
            {
                Lost.Add(schema.Name.Split('<')[0].Trim());
                continue;
            }

            if (names.Add(read.Name))
                schemas.Add(read);
            else
                context.Report(SpecRules.DuplicateRow, schema.Key, read.Name);
        }

        return schemas.ToEquatableArray();
    }

    private SchemaDeclaration? ReadSchema(YamlEntry entry, string pointer)
    {
        if (ReadName(entry) is not { } schema)
            return null;
        schema = schema with { Pointer = pointer };
        switch (entry.Value)
        {
            case YamlScalar { IsMissing: true }:
                context.Report(SpecRules.MissingValue, entry.Key, entry.Name);
                return schema;
            case YamlScalar scalar:
                return ReadOneLine(schema, scalar);
            case YamlMapping mapping when RowShape.IsLongForm(mapping, LongKeys):
                return ReadLongForm(schema, new MappingReader(context, mapping, pointer));
            case YamlMapping mapping when RowShape.MeansLongForm(mapping, LongKeys):
                RowShape.ReportUnknownKeys(context, mapping, LongKeys);
                return ReadLongForm(schema, new MappingReader(context, mapping, pointer));
            case YamlMapping mapping:
                RowShape.ReportKeysBesideRows(context, mapping, LongKeys);
                return schema with { Members = rows.ReadRows(mapping, pointer, TableKind.Members) };
            default:
                context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "rows or a type", "a list");
                return schema;
        }
    }

    private SchemaDeclaration? ReadName(YamlEntry entry)
    {
        var text = entry.Name;
        var open = text.IndexOf('<');
        var name = (open < 0 ? text : text.Substring(0, open)).Trim();
        var parameters = new List<string>();
        string? problem = null;
        if (open >= 0)
        {
            if (!text.EndsWith(">", StringComparison.Ordinal))
                problem = "'>' is missing";
            else
                parameters.AddRange(text.Substring(open + 1, text.Length - open - 2).Split(',').Select(static parameter => parameter.Trim()));
        }

        if (!CSharpNames.IsIdentifier(name))
            problem ??= CSharpNames.Explain(name);
        else
            problem ??= TypeParser.ReservedBecause(name);
        if (parameters.Any(static parameter => !CSharpNames.IsIdentifier(parameter)))
            problem ??= "a type parameter is a name such as 'T'";
        else if (parameters.Distinct(StringComparer.Ordinal).Count() != parameters.Count)
            problem ??= "a type parameter is repeated";
        if (problem is not null)
        {
            context.Report(SpecRules.InvalidName, entry.Key, text, "the name of a schema", problem);
            return null;
        }

        return new SchemaDeclaration { Name = name, TypeParameters = parameters.ToEquatableArray(), Pointer = "" };
    }

    private SchemaDeclaration ReadOneLine(SchemaDeclaration schema, YamlScalar scalar)
    {
        var text = RowText.Parse(scalar.Value);
        foreach (var diagnostic in text.Diagnostics)
            context.Report(diagnostic, scalar);
        if (text is { IsOld: true, Diagnostics.Count: 0 })
            context.Report(SpecRules.OldForm, scalar, RowWriter.Write(text, withDescription: false), "");
        // The number of items belongs to the list type, because an alias has no row.
        var type = text is { Type: { Kind: TypeKind.List } list, Range: { } count }
            ? list with { Range = RangeText.Parse(count.Text, list, out _) }
            : text.HasInvalidSuffix ? null : text.Type;
        var range = type == text.Type ? text.Range : null;
        foreach (var piece in text.FlagPieces.Append(range ?? default).Append(text.Constant ?? default).Append(text.Default ?? default)
            .Append(text.When ?? default)
            .Append(text.RequiredWhen?.Piece ?? default).Append(text.OnlyWhen?.Piece ?? default).Append(text.Link ?? default))
        {
            if (piece.Length > 0)
                context.Report(
                    SpecRules.UnexpectedText, context.Text.SpanOf(scalar, piece.Offset, piece.Length), piece.Text,
                    piece == range ? "; write the range in each row that has the type" : "; a schema only has a type and a description");
        }

        var span = context.Text.SpanOf(scalar, text.TypePiece.Offset, text.TypePiece.Length);
        context.Locate(schema.Pointer + SpecLocations.Type, span);
        CheckType(type, scalar, text.TypePiece.Offset);
        if (type is not null)
            context.Open.AddType(schema.Pointer, type, span);
        return schema with { Type = type, Editions = text.Editions, Description = text.Description?.Text };
    }

    private SchemaDeclaration ReadLongForm(SchemaDeclaration schema, MappingReader keys)
    {
        var isTuple = false;
        if (keys.Find("type") is { Value: YamlScalar written } both && keys.Find("members") is not null)
        {
            isTuple = RowText.Parse(written.Value) is { Type.Kind: TypeKind.Tuple, Diagnostics.Count: 0 };
            if (!isTuple && written.Value != "object")
                context.Report(SpecRules.Contradiction, both.Key, "'type'", "'members'");
        }

        if (keys.Scalar("type") is { } scalar && TypeReader.Read(context, scalar) is { } type && keys.Find("members") is null)
        {
            context.Locate(schema.Pointer + SpecLocations.Type, context.Text.SpanOf(scalar));
            context.Open.AddType(schema.Pointer, type, context.Text.SpanOf(scalar));
            if (keys.Find("values") is { } values)
                type = rows.WithValues(type, values, keys, isTypeRead: true);
            CheckType(type, scalar, 0);
            schema = schema with { Type = type };
        }
        else if (keys.Find("values") is { } values)
        {
            context.Report(SpecRules.Contradiction, values.Key, "'values'", "a type other than 'enum', 'int' and 'long'");
        }

        return schema with
        {
            Members = keys.Find("members") is { } members ? rows.ReadTable(members, keys.PointerOf("members"), TableKind.Members, isTuple) : [],
            IsTuple = isTuple,
            Numbers = NumberReader.Read(context, keys, schema.Type),
            Description = keys.Text("description"),
            CSharpName = keys.CSharpName(),
            Section = keys.Text("section"),
            Notes = keys.Text("notes"),
            Deprecated = keys.Deprecated(),
            Editions = keys.Editions(),
        };
    }

    private void CheckType(TypeReference? type, YamlScalar scalar, int offset)
    {
        if (type is null)
            return;
        RowChecks.CheckType(type, TableKind.Members, (rule, part, arguments) => context.Report(
            rule, context.Text.SpanOf(scalar, offset + part.Start, part.Length), arguments));
        if (RowReader.HasEnumWithoutValues(type) is { } empty)
            context.Report(SpecRules.EnumWithoutValues, context.Text.SpanOf(scalar, offset + empty.Start, empty.Length));
    }
}
