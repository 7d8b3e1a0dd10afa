using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>C# types as they are written in generated code.</summary>
internal sealed class TypeText(TargetFramework target)
{
    /// <summary>The compiler can be told which overload to prefer.</summary>
    public bool HasOverloadPriority => target.HasOverloadPriority;

    /// <summary>The compiler can demand a value for a property.</summary>
    public bool HasRequiredMembers => target.HasRequiredMembers;

    /// <summary>The type, with <c>?</c> if it can be null.</summary>
    public string Of(CodeType type) => OfNonNull(type) + (type.IsNullable ? "?" : "");

    /// <summary>The type with <c>?</c>, even if it cannot be null.</summary>
    public string OfOptional(CodeType type) => $"{OfNonNull(type)}?";

    public string OfNonNull(CodeType type) => Kind(type) switch
    {
        CodeTypeKind.String => "string",
        CodeTypeKind.Boolean => "bool",
        CodeTypeKind.Int32 or CodeTypeKind.Int64 when type.Name is not null => type.Name,
        CodeTypeKind.Int32 => "int",
        CodeTypeKind.Int64 => "long",
        CodeTypeKind.Double => "double",
        CodeTypeKind.Decimal => "decimal",
        CodeTypeKind.Date => "global::System.DateOnly",
        CodeTypeKind.Time => "global::System.TimeOnly",
        CodeTypeKind.DateTime => "global::System.DateTimeOffset",
        CodeTypeKind.Duration => "global::System.TimeSpan",
        CodeTypeKind.Uuid => "global::System.Guid",
        CodeTypeKind.Bytes => "global::System.ReadOnlyMemory<byte>",
        CodeTypeKind.Element => "global::System.Text.Json.JsonElement",
        CodeTypeKind.Record or CodeTypeKind.OpenEnum or CodeTypeKind.Union => type.Name!,
        CodeTypeKind.File => "global::ApiSpec.ApiFile",
        CodeTypeKind.HqlFilter or CodeTypeKind.HqlSort or CodeTypeKind.HqlFields => $"global::ApiSpec.{type.Kind}<{OfNonNull(type.Element!)}>",
        CodeTypeKind.List or CodeTypeKind.Csv => $"global::System.Collections.Generic.IReadOnlyList<{Of(type.Element!)}>",
        CodeTypeKind.Map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(type.Element!)}>",
        var kind => throw new InvalidOperationException($"Unknown kind of type: {kind}"),
    };

    /// <summary>The type for a <c>cref</c> of a documentation comment, which has no nullable reference types.</summary>
    public string OfCref(CodeType type) => (type.IsNullable && IsValueType(type) ? $"{OfNonNull(type)}?" : OfNonNull(type)).Replace('<', '{').Replace('>', '}');

    public bool IsValueType(CodeType type)
        => Kind(type) is not (CodeTypeKind.String or CodeTypeKind.Record or CodeTypeKind.Union or CodeTypeKind.List or CodeTypeKind.Map or CodeTypeKind.Csv
            or CodeTypeKind.File or CodeTypeKind.HqlFilter or CodeTypeKind.HqlSort or CodeTypeKind.HqlFields);

    /// <summary>The kind of type that this project supports.</summary>
    public CodeTypeKind Kind(CodeType type)
        => type.Kind is CodeTypeKind.Date or CodeTypeKind.Time && !target.HasDateOnly ? CodeTypeKind.String : type.Kind;
}
