using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Finds the number of the first page of lists whose reference does not say it: 1, or 0 after a request for page 0.</summary>
internal sealed class FirstPages
{
    private readonly HashSet<StubOperation> _fromZero = [];

    /// <summary>The number of the first page. A reference that says it comes first.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">A request that agrees with the reference. One that does not is refused, and says nothing about the pages.</param>
    public int Of(StubOperation operation, ReceivedRequest request)
    {
        if (operation.Paging is null)
            return 1;
        var isZero = PagingParameters.AreOfPageZero(operation, request);
        lock (_fromZero)
        {
            if (isZero)
                _fromZero.Add(operation);
            return _fromZero.Contains(operation) ? 0 : 1;
        }
    }

    public void Forget()
    {
        lock (_fromZero)
            _fromZero.Clear();
    }
}
