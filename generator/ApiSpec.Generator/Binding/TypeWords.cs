using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>Returns the words that a type argument adds to the name of an instantiated schema: <c>PageOfTaskItem</c>, <c>PageOfStringList</c>.</summary>
internal static class TypeWords
{
    public static string Of(CodeType type) => type.Kind switch
    {
        CodeTypeKind.Record or CodeTypeKind.OpenEnum or CodeTypeKind.Union => type.Name!.Substring(type.Name!.LastIndexOfAny(['.', ':']) + 1),
        CodeTypeKind.List or CodeTypeKind.Csv => Of(type.Element!) + "List",
        CodeTypeKind.Map => Of(type.Element!) + "Map",
        CodeTypeKind.Element => "Any",
        var kind => kind.ToString(),
    };
}
