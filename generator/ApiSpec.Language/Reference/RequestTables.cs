using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The parameters of a section as tables, one for each part of a request. Names in conditions are looked up here last.</summary>
internal sealed class RequestTables
{
    public const string Path = "path";
    public const string Query = "query";
    public const string Headers = "headers";
    public const string Form = "form";
    public const string Body = "body";

    private RequestTables(IReadOnlyList<(string Place, ValueTable Table)> places) => Places = places;

    /// <summary>The tables, with the name of the part of the request. Parts without parameters are left out.</summary>
    public IReadOnlyList<(string Place, ValueTable Table)> Places { get; }

    /// <summary>Returns the parameters of a section, including those from its sets and its API.</summary>
    public static RequestTables Of(IApiReference api, SectionDeclaration section) => Of(
        new TypeResolver(api),
        (Path, section.PathRows),
        (Query, [.. api.QueryRows(section)]),
        (Headers, [.. api.HeaderRows(section)]),
        (Form, section.Body is { Kind: BodyKind.Form, Members: var fields } ? fields : []));

    /// <summary>Combines tables that belong together, such as the parameters that all sections of an API share.</summary>
    public static RequestTables Of(TypeResolver types, params (string Place, EquatableArray<RowDeclaration> Rows)[] places)
        => new([.. places.Where(static place => place.Rows.Count > 0).Select(place => (place.Place, new ValueTable(place.Rows, TypeScope.Empty, types)))]);

    /// <summary>Returns the table of a part of the request; null: the part has no parameters.</summary>
    public ValueTable? Find(string place) => Places.FirstOrDefault(candidate => candidate.Place == place).Table;
}
