#if NET8_0_OR_GREATER
using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>The converter in the attribute of each generated type. For generated code.</summary>
/// <remarks>It is public, because the generator of System.Text.Json creates it with <c>new</c> in other projects.</remarks>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiContractConverter<T> : ApiJsonConverter<T>
    where T : IApiContract<T>
{
    /// <summary>Creates a converter that uses the contract of the type.</summary>
    public ApiContractConverter()
        : base(T.Json)
    {
    }
}
#endif
