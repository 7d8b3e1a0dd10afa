using System.Text.Json.Nodes;
using ApiSpec.Json;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

// Rows, and the tables that contain them.
internal sealed partial class SchemaBuilder
{
    /// <summary>Returns the schema of a row, including its remarks about the value.</summary>
    public IOpenApiSchema OfRow(RowDeclaration row, string? path, bool? isRequest)
    {
        var schema = OfRow(row, TypeScope.Empty, path, isRequest);
        Complete();
        return schema;
    }

    /// <summary>Whether the value of a parameter or a header is JSON.</summary>
    public bool IsJsonText(RowDeclaration row) => context.Reference.Resolve(row.Type).Kind == TypeKind.Embedded;

    /// <summary>Returns the content of a parameter or a header that is JSON.</summary>
    public Dictionary<string, IOpenApiMediaType> ContentOf(RowDeclaration row, string? path, bool isRequest)
        => new(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = OfRow(row with { Type = context.Reference.Resolve(row.Type).Arguments[0] }, path, isRequest),
            },
        };

    private OpenApiSchema Table(EquatableArray<RowDeclaration> rows, TypeScope scope, string? path, bool? isRequest)
    {
        var table = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new SortedSet<string>(StringComparer.Ordinal),
        };
        var shown = context.View.Shown(rows).ToList();
        foreach (var row in shown.Where(static row => !row.IsPattern))
        {
            table.Properties[row.Name] = OfRow(row, scope, path, isRequest);
            if (!Presence.MayBeAbsent(row, isRequest ?? true) && !Presence.MayBeAbsent(row, isRequest ?? false))
                table.Required.Add(row.Name);
        }

        var patterns = new List<(string Prefix, string Suffix)>();
        foreach (var row in shown.Where(static row => row.IsPattern))
            AddPattern(table, row, patterns, scope, path, isRequest);
        if (rows.Any(static row => row.IsRest))
            ExportContext.Extend(table, "open", JsonValue.Create(true));
        return table;
    }

    /// <summary>Adds the fields of a form with names of which the program chooses a part, and returns the schema of their values.</summary>
    /// <param name="form">The form, with all fields that have a name of their own.</param>
    /// <param name="row">The row.</param>
    /// <param name="earlier">The start and the end of the names of the rows before, to which this one is added.</param>
    /// <param name="path">The file that records losses.</param>
    public IOpenApiSchema AddPattern(OpenApiSchema form, RowDeclaration row, List<(string Prefix, string Suffix)> earlier, string? path)
    {
        var value = AddPattern(form, row, earlier, TypeScope.Empty, path, isRequest: true);
        Complete();
        return value;
    }

    private IOpenApiSchema AddPattern(
        OpenApiSchema table, RowDeclaration row, List<(string Prefix, string Suffix)> earlier, TypeScope scope, string? path, bool? isRequest)
    {
        var value = OfRow(row, scope, path, isRequest);
        var (prefix, suffix) = NamePattern.Split(row.Name)!.Value;
        var names = SchemaPattern.OfNames(prefix, suffix, table.Properties!.Keys, earlier);
        earlier.Add((prefix, suffix));
        if (names is not null && context.HasJsonSchema)
        {
            table.PatternProperties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            table.PatternProperties[names] = value;
            return value;
        }

        table.AdditionalProperties = table.AdditionalProperties is { } other ? Either(other, value) : value;
        if (names is not null && path is not null)
            context.Lose(path, row.Pointer, $"the names '{row.Name}' are written as additional properties of any name");
        return value;
    }

    private static OpenApiSchema Either(IOpenApiSchema one, IOpenApiSchema other) => new() { AnyOf = [one, other] };

    private IOpenApiSchema OfRow(RowDeclaration row, TypeScope scope, string? path, bool? isRequest)
    {
        var place = new Place(path, row.Pointer, isRequest);
        var schema = Of(row.Type, scope, row.Members, place, 0);
        var forms = context.Types.Resolve(row.Type, scope, row.Members);
        var kind = forms.Forms is [var only] && !forms.IsAny ? only.Kind : TypeKind.Any;
        var annotations = new List<Action<OpenApiSchema>>();
        if (row.Constant is { } constant)
            annotations.Add(annotated => annotated.Enum = [JsonValues.Of(annotated, kind, constant)]);
        else if (row.HasNullConstant)
            annotations.Add(static annotated => annotated.Enum = [JsonValues.Null]);
        if (row.Default is { } value)
            annotations.Add(annotated => annotated.Default = JsonValues.Of(annotated, kind, value));
        if (row.Range is { } range)
            annotations.Add(annotated => AddRange(ValueOf(annotated, forms), kind, range));
        if (DescriptionOf(row) is { } description)
            annotations.Add(annotated => annotated.Description = description);
        if (row.Deprecated is not null)
            annotations.Add(static annotated => annotated.Deprecated = true);
        if (row.IsReadOnly)
            annotations.Add(static annotated => annotated.ReadOnly = true);
        if (row.IsWriteOnly)
            annotations.Add(static annotated => annotated.WriteOnly = true);
        if (context.HasXml && XmlObject.OfMember(row.Name) is { } xml)
        {
            annotations.Add(annotated => annotated.Xml = xml);
            if (xml.NodeType == OpenApiXmlNodeType.Text && context.Version < OpenApiSpecVersion.OpenApi3_2 && path is not null)
                context.Lose(path, row.Pointer, "the text of an element with attributes is a member with the name '#text'");
        }

        if (row.IsSecret && kind == TypeKind.String)
            annotations.Add(static annotated => annotated.Format = "password");
        AddExtensions(row, annotations);
        if (row.Link is { } link && path is not null)
            context.Lose(path, row.Pointer, $"the link of '{row.Name}' to {link} is only in 'x-apispec-link'");
        if (row.Aliases.Count > 0 && path is not null)
            context.Lose(path, row.Pointer, $"the other names of '{row.Name}' ({string.Join(", ", row.Aliases)}) are in 'x-apispec-alias' only");
        if (row.Editions != EditionRange.All && context.Edition is null && path is not null)
            context.Lose(path, row.Pointer, $"which editions have '{row.Name}' is in 'x-apispec-editions' only");
        if ((row.RequiredWhen is { IsChecked: true } || row.OnlyWhen is { IsChecked: true }) && path is not null)
            context.Lose(
                path,
                row.Pointer,
                $"when '{row.Name}' is needed or counts is in its description and 'x-apispec-{(row.RequiredWhen is null ? "only" : "required")}-when' only");
        if (annotations.Count == 0)
            return schema;
        var result = Annotated(schema);
        foreach (var annotate in annotations)
            annotate(result);
        return result;
    }

    // A range applies to the value, and not to its substitutes.
    private static OpenApiSchema ValueOf(OpenApiSchema schema, ValueForms forms)
    {
        while (forms.Substitutes.Count > 0 && schema.AnyOf is [OpenApiSchema value, ..])
            schema = value;
        return schema;
    }

    private void AddExtensions(RowDeclaration row, List<Action<OpenApiSchema>> annotations)
    {
        if (row.Link is { } link)
            annotations.Add(annotated => ExportContext.Extend(annotated, "link", link));
        if (row.Aliases.Count > 0)
            annotations.Add(annotated => ExportContext.Extend(annotated, "alias", ExportContext.ListOf(row.Aliases)));
        if (row.Filter == FilterMark.Yes)
            annotations.Add(static annotated => ExportContext.Extend(annotated, "filter", JsonValue.Create(true)));
        if (row.RequiredWhen is { IsChecked: true } required)
            annotations.Add(annotated => ExportContext.Extend(annotated, "required-when", required.Text));
        if (row.OnlyWhen is { IsChecked: true } only)
            annotations.Add(annotated => ExportContext.Extend(annotated, "only-when", only.Text));
        if (row.Number is { } number)
            annotations.Add(annotated => ExportContext.Extend(annotated, "number", number));
        if (row.IsPresenceUnknown || row.Type.Kind == TypeKind.Unknown)
            annotations.Add(static annotated => ExportContext.Extend(annotated, "open", JsonValue.Create(true)));
        if (row.Notes is { } notes)
            annotations.Add(annotated => ExportContext.Extend(annotated, "notes", notes));
        if (row.Editions != EditionRange.All)
            annotations.Add(annotated => context.ExtendEditions(annotated, row.Editions));
    }

    /// <summary>Returns the description of a row, including its condition.</summary>
    public static string? DescriptionOf(RowDeclaration row)
        => TextOf(
            row.Description,
            row.RequiredWhen is { } required ? "Must be given if " + required + "." : null,
            row.OnlyWhen is { } only ? "Only applies if " + only + "." : null,
            row.When is { } when ? "Given when " + when + "." : null,
            row.Deprecated is { Length: > 0 } deprecated ? "Deprecated: " + deprecated : null);

    private static string? TextOf(params string?[] texts)
        => texts.Any(static text => text is not null) ? string.Join("\n\n", texts.Where(static text => text is not null)) : null;

    // In OpenAPI 3.0, other keywords next to a reference are ignored.
    private static OpenApiSchema Annotated(IOpenApiSchema schema) => schema as OpenApiSchema ?? new OpenApiSchema { AllOf = [schema] };
}
