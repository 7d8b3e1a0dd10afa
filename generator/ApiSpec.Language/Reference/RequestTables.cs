using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The parameters of a section as tables, one for each part of a request. Names of conditions are looked for in them at last.</summary>
internal sealed class RequestTables
{
    public const string Path = "path";
    public const string Query = "query";
    public const string Headers = "headers";
    public const string Form = "form";
    public const string Body = "body";

    private RequestTables(IReadOnlyList<(string Place, ValueTable Table)> places) => Places = places;

    /// <summary>The tables, with the name of the part of the request. An empty one is left out.</summary>
    public IReadOnlyList<(string Place, ValueTable Table)> Places { get; }

    /// <summary>The parameters of a section, those of its sets and of its API among them.</summary>
    public static RequestTables Of(IApiReference api, SectionDeclaration section) => Of(
        new TypeResolver(api),
        (Path, section.PathRows),
        (Query, [.. api.QueryRows(section)]),
        (Headers, [.. api.HeaderRows(section)]),
        (Form, section.Body is { Kind: BodyKind.Form, Members: var fields } ? fields : []));

    /// <summary>Tables that belong together, such as the parameters that all sections of an API share.</summary>
    public static RequestTables Of(TypeResolver types, params (string Place, EquatableArray<RowDeclaration> Rows)[] places)
        => new([.. places.Where(static place => place.Rows.Count > 0).Select(place => (place.Place, new ValueTable(place.Rows, TypeScope.Empty, types)))]);

    /// <summary>The table in a part of the request; null: it has no parameters there.</summary>
    public ValueTable? Find(string place) => Places.FirstOrDefault(candidate => candidate.Place == place).Table;
}
