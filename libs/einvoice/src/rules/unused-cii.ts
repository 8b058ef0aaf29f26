/*
 * What CII offers and an invoice after EN 16931 does not use (CII-SR-*, CII-DT-*), written as in unused-ubl.ts:
 *
 *   TRADE  rsm:SupplyChainTradeTransaction     LINE  a line in it     /  the root     //  anywhere
 *   ~      every element whose name ends so     !    the rules of this paragraph are fatal, not warnings
 *
 * All names are of the namespace ram unless written otherwise.
 */
export const UNUSED_CII = `
  //SpecifiedTradeSettlementPaymentMeans: SR-464 PayerSpecifiedDebtorFinancialInstitution
  rsm:ExchangedDocumentContext: SR-001 SpecifiedTransactionID TestIndicator SR-006
      BIMSpecifiedDocumentContextParameter ScenarioSpecifiedDocumentContextParameter
      ApplicationSpecifiedDocumentContextParameter SR-011 SubsetSpecifiedDocumentContextParameter
      MessageStandardSpecifiedDocumentContextParameter
  rsm:ExchangedDocument: SR-013 Name SR-015 IssueDateTime/udt:DateTime CopyIndicator Purpose
      ControlRequirementIndicator LanguageID PurposeCode RevisionDateTime VersionID GlobalID RevisionID
      PreviousRevisionID CategoryCode IncludedNote/Subject IncludedNote/ContentCode SR-032 IncludedNote/ID
      EffectiveSpecifiedPeriod IssuerTradeParty
  LINE: SR-035 DescriptionCode ParentLineID LineStatusCode LineStatusReasonCode SR-221
      IncludedSubordinateTradeLineItem
  LINE/AssociatedDocumentLineDocument: SR-041 IncludedNote/SubjectCode IncludedNote/ID IncludedNote/Subject
      IncludedNote/ContentCode
  LINE/SpecifiedTradeProduct: SR-045 ID SR-048 ManufacturerAssignedID TradeName TypeCode NetWeightMeasure
      GrossWeightMeasure ProductGroupID EndItemTypeCode EndItemName AreaDensityMeasure UseDescription BrandName
      SubBrandName DrainedNetWeightMeasure VariableMeasureIndicator ColourCode ColourDescription Designation
      FormattedCancellationAnnouncedLaunchDateTime FormattedLatestProductDataChangeDateTime
      ApplicableProductCharacteristic/ID ApplicableProductCharacteristic/TypeCode SR-070
      ApplicableProductCharacteristic/ValueMeasure ApplicableProductCharacteristic/MeasurementMethodCode SR-073
      ApplicableProductCharacteristic/ValueCode ApplicableProductCharacteristic/ValueDateTime
      ApplicableProductCharacteristic/ValueIndicator ApplicableProductCharacteristic/ContentTypeCode
      ApplicableProductCharacteristic/ValueSpecifiedBinaryFile
      ApplicableProductCharacteristic/ApplicableProductCharacteristicCondition
      ApplicableProductCharacteristic/ApplicableReferencedStandard ApplicableMaterialGoodsCharacteristic
      DesignatedProductClassification/SystemID DesignatedProductClassification/SystemName
      DesignatedProductClassification/ClassName DesignatedProductClassification/SubClassCode
      DesignatedProductClassification/ClassProductCharacteristic
      DesignatedProductClassification/ApplicableReferencedStandard IndividualTradeProductInstance
      CertificationEvidenceReferenceReferencedDocument InspectionReferenceReferencedDocument SR-091
      OriginTradeCountry/Name OriginTradeCountry/SubordinateTradeCountrySubDivision LinearSpatialDimension
      MinimumLinearSpatialDimension MaximumLinearSpatialDimension ManufacturerTradeParty
      PresentationSpecifiedBinaryFile MSDSReferenceReferencedDocument AdditionalReferenceReferencedDocument
      LegalRightsOwnerTradeParty BrandOwnerTradeParty IncludedReferencedProduct InformationNote
  LINE/SpecifiedLineTradeAgreement: SR-104 BuyerReference BuyerRequisitionerTradeParty ApplicableTradeDeliveryTerms
      SellerOrderReferencedDocument BuyerOrderReferencedDocument/IssuerAssignedID QuotationReferencedDocument
      ContractReferencedDocument DemandForecastReferencedDocument PromotionalDealReferencedDocument
      AdditionalReferencedDocument GrossPriceProductTradePrice/TypeCode GrossPriceProductTradePrice/MinimumQuantity
      GrossPriceProductTradePrice/MaximumQuantity GrossPriceProductTradePrice/ChangeReason
      GrossPriceProductTradePrice/OrderUnitConversionFactorNumeric SR-120
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/ID
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/SequenceNumeric
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/CalculationPercent
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/BasisAmount
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/BasisQuantity
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/PrepaidIndicator
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/UnitBasisAmount
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/ReasonCode
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/Reason
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/TypeCode
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/CategoryTradeTax
      GrossPriceProductTradePrice/AppliedTradeAllowanceCharge/ActualTradeCurrencyExchange SR-445
      GrossPriceProductTradePrice/IncludedTradeTax SR-132 GrossPriceProductTradePrice/ValiditySpecifiedPeriod
      GrossPriceProductTradePrice/DeliveryTradeLocation GrossPriceProductTradePrice/TradeComparisonReferencePrice
      GrossPriceProductTradePrice/AssociatedReferencedDocument NetPriceProductTradePrice/TypeCode SR-138
      NetPriceProductTradePrice/MinimumQuantity NetPriceProductTradePrice/MaximumQuantity
      NetPriceProductTradePrice/ChangeReason NetPriceProductTradePrice/OrderUnitConversionFactorNumeric
      NetPriceProductTradePrice/AppliedTradeAllowanceCharge SR-446 NetPriceProductTradePrice/IncludedTradeTax SR-143
      NetPriceProductTradePrice/ValiditySpecifiedPeriod NetPriceProductTradePrice/DeliveryTradeLocation
      NetPriceProductTradePrice/TradeComparisonReferencePrice NetPriceProductTradePrice/AssociatedReferencedDocument
      RequisitionerReferencedDocument ItemSellerTradeParty ItemBuyerTradeParty IncludedSpecifiedMarketplace SR-447
      UltimateCustomerOrderReferencedDocument
  LINE/SpecifiedLineTradeDelivery: SR-151 RequestedQuantity ReceivedQuantity ChargeFreeQuantity PackageQuantity
      ProductUnitQuantity PerPackageUnitQuantity NetWeightMeasure GrossWeightMeasure TheoreticalWeightMeasure
      DespatchedQuantity SpecifiedDeliveryAdjustment IncludedSupplyChainPackaging RelatedSupplyChainConsignment
      ShipToTradeParty UltimateShipToTradeParty ShipFromTradeParty ActualDespatchSupplyChainEvent
      ActualPickUpSupplyChainEvent RequestedDeliverySupplyChainEvent ActualDeliverySupplyChainEvent
      ActualReceiptSupplyChainEvent AdditionalReferencedDocument DespatchAdviceReferencedDocument
      ReceivingAdviceReferencedDocument DeliveryNoteReferencedDocument ConsumptionReportReferencedDocument
      PackingListReferencedDocument
  LINE/SpecifiedLineTradeSettlement: SR-178 PaymentReference InvoiceIssuerReference TotalAdjustmentAmount
      DiscountIndicator ApplicableTradeTax/CalculatedAmount
      SpecifiedTradeAllowanceCharge/ChargeIndicator/udt:IndicatorString SpecifiedTradeAllowanceCharge/ID
      SpecifiedTradeAllowanceCharge/SequenceNumeric SpecifiedTradeAllowanceCharge/CalculationPercent/@format
      SpecifiedTradeAllowanceCharge/BasisQuantity SpecifiedTradeAllowanceCharge/PrepaidIndicator
      SpecifiedTradeAllowanceCharge/UnitBasisAmount SpecifiedTradeAllowanceCharge/TypeCode
      SpecifiedTradeAllowanceCharge/CategoryTradeTax SpecifiedTradeAllowanceCharge/ActualTradeCurrencyExchange
      SpecifiedTradeAllowanceCharge/ID SubtotalCalculatedTradeTax SpecifiedLogisticsServiceCharge
      SpecifiedTradePaymentTerms SpecifiedTradeSettlementLineMonetarySummation/ChargeTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/AllowanceTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/TaxBasisTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/TaxTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/GrandTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/InformationAmount
      SpecifiedTradeSettlementLineMonetarySummation/TotalAllowanceChargeAmount
      SpecifiedTradeSettlementLineMonetarySummation/TotalRetailValueInformationAmount
      SpecifiedTradeSettlementLineMonetarySummation/GrossLineTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/NetLineTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/NetIncludingTaxesLineTotalAmount
      SpecifiedTradeSettlementLineMonetarySummation/ProductWeightLossInformationAmount SpecifiedFinancialAdjustment
      InvoiceReferencedDocument SR-212 PayableSpecifiedTradeAccountingAccount
      ReceivableSpecifiedTradeAccountingAccount/SetTriggerCode ReceivableSpecifiedTradeAccountingAccount/TypeCode
      ReceivableSpecifiedTradeAccountingAccount/AmountTypeCode ReceivableSpecifiedTradeAccountingAccount/Name
      ReceivableSpecifiedTradeAccountingAccount/CostReferenceDimensionPattern PurchaseSpecifiedTradeAccountingAccount
      SalesSpecifiedTradeAccountingAccount SpecifiedTradeSettlementFinancialCard
  TRADE/ApplicableHeaderTradeAgreement: SR-442 Reference SR-222 SellerTradeParty/RoleCode
      SellerTradeParty/SpecifiedLegalOrganization/LegalClassificationCode
      SellerTradeParty/SpecifiedLegalOrganization/Name SellerTradeParty/SpecifiedLegalOrganization/PostalTradeAddress
      SellerTradeParty/SpecifiedLegalOrganization/AuthorizedLegalRegistration SellerTradeParty/DefinedTradeContact/ID
      SellerTradeParty/DefinedTradeContact/TypeCode SellerTradeParty/DefinedTradeContact/JobTitle
      SellerTradeParty/DefinedTradeContact/Responsibility SellerTradeParty/DefinedTradeContact/PersonID
      SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication/URIID
      SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication/ChannelCode
      SellerTradeParty/DefinedTradeContact/DirectTelephoneUniversalCommunication
      SellerTradeParty/DefinedTradeContact/MobileTelephoneUniversalCommunication
      SellerTradeParty/DefinedTradeContact/FaxUniversalCommunication
      SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/ChannelCode
      SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/CompleteNumber
      SellerTradeParty/DefinedTradeContact/TelexUniversalCommunication
      SellerTradeParty/DefinedTradeContact/VOIPUniversalCommunication
      SellerTradeParty/DefinedTradeContact/InstantMessagingUniversalCommunication
      SellerTradeParty/DefinedTradeContact/SpecifiedNote SellerTradeParty/DefinedTradeContact/SpecifiedContactPerson
      SellerTradeParty/URIUniversalCommunication/ChannelCode SellerTradeParty/URIUniversalCommunication/CompleteNumber
      SellerTradeParty/SpecifiedTaxRegistration/AssociatedRegisteredTax
      SellerTradeParty/EndPointURIUniversalCommunication SellerTradeParty/LogoAssociatedSpecifiedBinaryFile
      BuyerTradeParty/RoleCode BuyerTradeParty/Description
      BuyerTradeParty/SpecifiedLegalOrganization/LegalClassificationCode
      BuyerTradeParty/SpecifiedLegalOrganization/Name SR-254
      BuyerTradeParty/SpecifiedLegalOrganization/PostalTradeAddress
      BuyerTradeParty/SpecifiedLegalOrganization/AuthorizedLegalRegistration BuyerTradeParty/DefinedTradeContact/ID
      BuyerTradeParty/DefinedTradeContact/TypeCode BuyerTradeParty/DefinedTradeContact/JobTitle
      BuyerTradeParty/DefinedTradeContact/Responsibility BuyerTradeParty/DefinedTradeContact/PersonID
      BuyerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication/URIID
      BuyerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication/ChannelCode
      BuyerTradeParty/DefinedTradeContact/DirectTelephoneUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/MobileTelephoneUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/FaxUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/ChannelCode
      BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/CompleteNumber
      BuyerTradeParty/DefinedTradeContact/TelexUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/VOIPUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/InstantMessagingUniversalCommunication
      BuyerTradeParty/DefinedTradeContact/SpecifiedNote BuyerTradeParty/DefinedTradeContact/SpecifiedContactPerson
      BuyerTradeParty/URIUniversalCommunication/ChannelCode BuyerTradeParty/URIUniversalCommunication/CompleteNumber
      BuyerTradeParty/SpecifiedTaxRegistration/AssociatedRegisteredTax
      BuyerTradeParty/EndPointURIUniversalCommunication BuyerTradeParty/LogoAssociatedSpecifiedBinaryFile
      SalesAgentTradeParty BuyerRequisitionerTradeParty BuyerAssignedAccountantTradeParty
      SellerAssignedAccountantTradeParty SellerTaxRepresentativeTradeParty/ID
      SellerTaxRepresentativeTradeParty/GlobalID SellerTaxRepresentativeTradeParty/RoleCode
      SellerTaxRepresentativeTradeParty/Description SellerTaxRepresentativeTradeParty/SpecifiedLegalOrganization
      SellerTaxRepresentativeTradeParty/DefinedTradeContact
      SellerTaxRepresentativeTradeParty/URIUniversalCommunication
      SellerTaxRepresentativeTradeParty/SpecifiedTaxRegistration/AssociatedRegisteredTax
      SellerTaxRepresentativeTradeParty/EndPointURIUniversalCommunication
      SellerTaxRepresentativeTradeParty/LogoAssociatedSpecifiedBinaryFile ProductEndUserTradeParty
      ApplicableTradeDeliveryTerms SellerOrderReferencedDocument/LineID BuyerOrderReferencedDocument/LineID
      QuotationReferencedDocument OrderResponseReferencedDocument ContractReferencedDocument/LineID
      DemandForecastReferencedDocument SupplyInstructionReferencedDocument PromotionalDealReferencedDocument
      PriceListReferencedDocument AdditionalReferencedDocument/LineID RequisitionerReferencedDocument
      BuyerAgentTradeParty PurchaseConditionsReferencedDocument SpecifiedProcuringProject/Description SR-448
      UltimateCustomerOrderReferencedDocument
  TRADE/ApplicableHeaderTradeDelivery: SR-308 RelatedSupplyChainConsignment ShipToTradeParty/RoleCode
      ShipToTradeParty/Description ShipToTradeParty/SpecifiedLegalOrganization ShipToTradeParty/DefinedTradeContact
      ShipToTradeParty/URIUniversalCommunication ShipToTradeParty/SpecifiedTaxRegistration
      ShipToTradeParty/EndPointURIUniversalCommunication ShipToTradeParty/LogoAssociatedSpecifiedBinaryFile
      UltimateShipToTradeParty ShipFromTradeParty ActualDespatchSupplyChainEvent ActualPickUpSupplyChainEvent
      ActualDeliverySupplyChainEvent/ID ActualDeliverySupplyChainEvent/OccurrenceDateTime/udt:DateTime
      ActualDeliverySupplyChainEvent/TypeCode ActualDeliverySupplyChainEvent/Description
      ActualDeliverySupplyChainEvent/DescriptionBinaryObject ActualDeliverySupplyChainEvent/UnitQuantity
      ActualDeliverySupplyChainEvent/LatestOccurrenceDateTime
      ActualDeliverySupplyChainEvent/EarliestOccurrenceDateTime
      ActualDeliverySupplyChainEvent/OccurrenceSpecifiedPeriod
      ActualDeliverySupplyChainEvent/OccurrenceLogisticsLocation ActualReceiptSupplyChainEvent
      AdditionalReferencedDocument DespatchAdviceReferencedDocument/LineID DespatchAdviceReferencedDocument/LineID
      DeliveryNoteReferencedDocument ConsumptionReportReferencedDocument PreviousDeliverySupplyChainEvent
      PackingListReferencedDocument
  TRADE/ApplicableHeaderTradeSettlement: SR-339 DuePayableAmount CreditorReferenceTypeCode CreditorReferenceType
      CreditorReferenceIssuerID SR-344 PaymentCurrencyCode InvoiceIssuerReference InvoiceDateTime NextInvoiceDateTime
      CreditReasonCode CreditReason InvoicerTradeParty InvoiceeTradeParty PayeeTradeParty/RoleCode
      PayeeTradeParty/Description PayeeTradeParty/SpecifiedLegalOrganization/LegalClassificationCode
      PayeeTradeParty/SpecifiedLegalOrganization/Name PayeeTradeParty/SpecifiedLegalOrganization/TradingBusinessName
      PayeeTradeParty/SpecifiedLegalOrganization/PostalTradeAddress
      PayeeTradeParty/SpecifiedLegalOrganization/AuthorizedLegalRegistration PayeeTradeParty/DefinedTradeContact
      PayeeTradeParty/PostalTradeAddress PayeeTradeParty/URIUniversalCommunication
      PayeeTradeParty/SpecifiedTaxRegistration PayeeTradeParty/EndPointURIUniversalCommunication
      PayeeTradeParty/LogoAssociatedSpecifiedBinaryFile PayerTradeParty TaxApplicableTradeCurrencyExchange
      InvoiceApplicableTradeCurrencyExchange PaymentApplicableTradeCurrencyExchange
      SpecifiedTradeSettlementPaymentMeans/PaymentChannelCode SpecifiedTradeSettlementPaymentMeans/GuaranteeMethodCode
      SpecifiedTradeSettlementPaymentMeans/PaymentMethodCode SR-443 SpecifiedTradeSettlementPaymentMeans/ID SR-372
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/MicrochipIndicator
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/TypeCode SR-375
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/ExpiryDate
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/VerificationNumeric
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/ValidFromDateTime
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/CreditLimitAmount
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/CreditAvailableAmount
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/InterestRatePercent
      SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard/Description
      SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/AccountName SR-444
      SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/ProprietaryID SR-384
      SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution/ClearingSystemName
      SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution/Name
      SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution/LocationFinancialInstitutionAddress
      SR-388 SpecifiedTradeAllowanceCharge/ID SpecifiedTradeAllowanceCharge/SequenceNumeric
      SpecifiedTradeAllowanceCharge/BasisQuantity SpecifiedTradeAllowanceCharge/PrepaidIndicator
      SpecifiedTradeAllowanceCharge/UnitBasisAmount SpecifiedTradeAllowanceCharge/TypeCode
      SpecifiedTradeAllowanceCharge/ActualTradeCurrencyExchange SubtotalCalculatedTradeTax
      SpecifiedLogisticsServiceCharge SpecifiedTradePaymentTerms/ID SpecifiedTradePaymentTerms/FromEventCode
      SpecifiedTradePaymentTerms/SettlementPeriodMeasure SpecifiedTradePaymentTerms/DueDateDateTime/udt:DateTime
      SpecifiedTradePaymentTerms/TypeCode SpecifiedTradePaymentTerms/InstructionTypeCode SR-404
      SpecifiedTradePaymentTerms/PartialPaymentPercent SpecifiedTradePaymentTerms/PaymentMeansID
      SpecifiedTradePaymentTerms/PartialPaymentAmount SpecifiedTradePaymentTerms/ApplicableTradePaymentPenaltyTerms
      SpecifiedTradePaymentTerms/ApplicableTradePaymentDiscountTerms SpecifiedTradePaymentTerms/PayeeTradeParty SR-421
      SpecifiedFinancialAdjustment InvoiceReferencedDocument/LineID ProFormaInvoiceReferencedDocument
      LetterOfCreditReferencedDocument FactoringAgreementReferencedDocument FactoringListReferencedDocument
      PayableSpecifiedTradeAccountingAccount ReceivableSpecifiedTradeAccountingAccount/SetTriggerCode
      ReceivableSpecifiedTradeAccountingAccount/TypeCode ReceivableSpecifiedTradeAccountingAccount/AmountTypeCode
      ReceivableSpecifiedTradeAccountingAccount/Name
      ReceivableSpecifiedTradeAccountingAccount/CostReferenceDimensionPattern PurchaseSpecifiedTradeAccountingAccount
      SalesSpecifiedTradeAccountingAccount SpecifiedTradeSettlementFinancialCard SpecifiedAdvancePayment
      UltimatePayeeTradeParty
  TRADE/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation: SR-411 InformationAmount
      TotalDiscountAmount TotalAllowanceChargeAmount RetailValueExcludingTaxInformationAmount
      TotalDepositFeeInformationAmount ProductValueExcludingTobaccoTaxInformationAmount
      TotalRetailValueInformationAmount GrossLineTotalAmount NetLineTotalAmount NetIncludingTaxesLineTotalAmount
  ! /: DT-013 @languageID @languageLocaleID
  /: SR-438 ValuationBreakdownStatement
  ~DocumentContextParameter: SR-04 Value SpecifiedDocumentVersion
  ! ~ID: DT-101 @schemeName @schemeAgencyName @schemeDataURI @schemeURI
  ! //TypeCode: DT-008 @name @listURI
  LINE/SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode: DT-045 @listID @listAgencyID @listVersionID
      @listURI
  ! ~ReferencedDocument: DT-016 StatusCode CopyIndicator DT-019 GlobalID RevisionID DT-023 Information DT-025
      SectionName PreviousRevisionID DT-028 EffectiveSpecifiedPeriod IssuerTradeParty AttachedSpecifiedBinaryFile
  ! ~Amount: DT-031 @currencyID @currencyCodeListVersionID
  ! ~Quantity: DT-034 @unitCodeListID @unitCodeListAgencyID @unitCodeListAgencyName
  ~TradeTax: DT-038 CalculatedRate CalculationSequenceNumeric BasisQuantity DT-042 UnitBasisAmount
      LineTotalBasisAmount AllowanceChargeBasisAmount DT-049 CurrencyCode Jurisdiction CustomsDutyIndicator DT-053
      TaxBasisAllowanceRate DT-055 Type InformationAmount CategoryName DT-059 RateApplicablePercent/@format
      SpecifiedTradeAccountingAccount ServiceSupplyTradeCountry BuyerRepayableTaxSpecifiedTradeAccountingAccount
      SellerPayableTaxSpecifiedTradeAccountingAccount SellerRefundableTaxSpecifiedTradeAccountingAccount
      BuyerDeductibleTaxSpecifiedTradeAccountingAccount BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
      PlaceApplicableTradeLocation
  ! //BillingSpecifiedPeriod: DT-068 StartDateTime/udt:DateTime DurationMeasure InclusiveIndicator Description
      EndDateTime/udt:DateTime CompleteDateTime OpenIndicator SeasonCode ID Name SequenceNumeric
      StartDateFlexibilityCode ContinuousIndicator PurposeCode
  ! //PostalTradeAddress: DT-082 ID PostOfficeBox BuildingName DT-086 LineFour LineFive StreetName CitySubDivisionName
      CountryName CountrySubDivisionID AttentionOf CareOf BuildingNumber DepartmentName AdditionalStreetName
`;
