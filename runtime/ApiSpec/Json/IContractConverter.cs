using System.Text.Json.Serialization.Metadata;

namespace ApiSpec.Json;

/// <summary>A converter that uses a contract.</summary>
internal interface IContractConverter
{
    /// <summary>The contract.</summary>
    ISchemaSource Source { get; }
}

internal static class ContractConverters
{
    /// <summary>Returns the type of the values that are not null.</summary>
    public static JsonTypeInfo Unwrap(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) is { } value ? type.Options.GetTypeInfo(value) : type;
}
