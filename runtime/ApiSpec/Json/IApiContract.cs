#if NET8_0_OR_GREATER
namespace ApiSpec;

/// <summary>A generated type that has a JSON contract. Generic code can read and write all of them: <c>T.Json.Parse(text)</c>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IApiContract<TSelf>
    where TSelf : IApiContract<TSelf>
{
    /// <summary>Reads the type from JSON and writes it to JSON, without reflection.</summary>
    static abstract ApiJson<TSelf> Json { get; }
}
#endif
