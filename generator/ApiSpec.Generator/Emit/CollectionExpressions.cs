using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>The expressions that copy lists and maps into a record, so that later changes to them do not change the record, and it is compared by
/// value.</summary>
internal sealed class CollectionExpressions(TypeText types)
{
    /// <summary>The value of a member; null if it is absent.</summary>
    public string Member(CodeType type, string value) => Call(IsMap(type) ? "MemberMap" : "MemberList", type, value);

    /// <summary>A list or map that cannot be absent.</summary>
    public string Whole(CodeType type, string value) => Call(IsMap(type) ? "Map" : "List", type, value);

    /// <summary>A map of members whose names are only known at run time.</summary>
    public string Pattern(CodeType element, string value) => $"{CollectionValue}.MapOrEmpty({value}{Item(element)})";

    /// <summary>The value of a field, or an empty collection if it is absent.</summary>
    public static string OrAbsent(string kept) => $"{CollectionValue}.OrAbsent({kept})";

    /// <summary>Writes a property that is null if the member is absent, and its field.</summary>
    public void WriteProperty(CodeWriter writer, CodeType type, string name, string field, string setter)
    {
        writer.Write($$"""
            public {{types.OfOptional(type)}} {{name}}
            {
                get => {{field}};
                {{setter}} => {{field}} = {{Member(type, "value")}};
            }
            """);
    }

    private string Call(string method, CodeType type, string value) => $"{CollectionValue}.{method}({value}{Item(type.Element!)})";

    private string Item(CodeType element) => element.IsCollection ? $", static item => {Whole(element, "item")}" : "";

    private static bool IsMap(CodeType type) => type.Kind == CodeTypeKind.Map;
}
