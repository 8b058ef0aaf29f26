/*
 * What UBL offers and an invoice after EN 16931 does not use (UBL-CR-*). One paragraph per place: the way from the root,
 * then the number of a rule and the name it is about; numbers count up, so only jumps are written.
 *
 *   *   stands for cac:InvoiceLine and cac:CreditNoteLine, / for the root, // for anywhere
 *   +   marks a group (cac:), @ an attribute, all others are values (cbc:)
 */
export const UNUSED_UBL = `
  /: 001 ext:UBLExtensions 003 ProfileExecutionID CopyIndicator UUID IssueTime PricingCurrencyCode PaymentCurrencyCode
      PaymentAlternativeCurrencyCode AccountingCostCode LineCountNumeric 077 +StatementDocumentReference 137
      +Signature 294 +BuyerCustomerParty +SellerSupplierParty 410 +DeliveryTerms 470 +PrepaidPayment 490
      +TaxExchangeRate +PricingExchangeRate +PaymentExchangeRate +PaymentAlternativeExchangeRate 513
      +WithholdingTaxTotal
  InvoicePeriod: 012 StartTime EndTime DurationMeasure Description
  OrderReference: 016 CopyIndicator UUID IssueDate IssueTime CustomerReference OrderTypeCode +DocumentReference
  BillingReference/InvoiceDocumentReference: 023 CopyIndicator UUID IssueTime DocumentTypeCode DocumentType XPath
      LanguageID LocaleCode VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty
      +ResultOfVerification
  BillingReference: 038 +SelfBilledInvoiceDocumentReference +CreditNoteDocumentReference
      +SelfBilledCreditNoteDocumentReference +DebitNoteDocumentReference +ReminderDocumentReference
      +AdditionalDocumentReference +BillingReferenceLine
  DespatchDocumentReference: 045 CopyIndicator UUID IssueDate IssueTime DocumentTypeCode DocumentType XPath LanguageID
      LocaleCode VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty
      +ResultOfVerification
  ReceiptDocumentReference: 061 CopyIndicator UUID IssueDate IssueTime DocumentTypeCode DocumentType XPath LanguageID
      LocaleCode VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty
      +ResultOfVerification
  OriginatorDocumentReference: 078 CopyIndicator UUID IssueDate IssueTime DocumentTypeCode DocumentType XPath
      LanguageID LocaleCode VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty
      +ResultOfVerification
  ContractDocumentReference: 094 CopyIndicator UUID IssueDate IssueTime DocumentTypeCode DocumentType XPath LanguageID
      LocaleCode VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty
      +ResultOfVerification
  AdditionalDocumentReference: 110 CopyIndicator UUID IssueDate IssueTime DocumentType XPath LanguageID LocaleCode
      VersionID DocumentStatusCode 131 +ValidityPeriod +IssuerParty +ResultOfVerification
  AdditionalDocumentReference/Attachment/ExternalReference: 121 DocumentHash HashAlgorithmMethod ExpiryDate ExpiryTime
      MimeCode FormatCode EncodingCode CharacterSetCode FileName Description
  ProjectReference: 134 UUID IssueDate +WorkPhaseReference
  AccountingSupplierParty: 138 CustomerAssignedAccountID AdditionalAccountID DataSendingCapability 198
      +DespatchContact +AccountingContact +SellerContact
  AccountingSupplierParty/Party: 141 MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID
      IndustryClassificationCode +Language 168 +PhysicalLocation 193 +Person +AgentParty +ServiceProviderParty
      +PowerOfAttorney +FinancialAccount
  AccountingSupplierParty/Party/PostalAddress: 147 ID AddressTypeCode AddressFormatCode Postbox Floor Room BlockName
      BuildingName BuildingNumber InhouseMail Department MarkAttention MarkCare PlotIdentification CitySubdivisionName
      CountrySubentityCode Region District TimezoneOffset 167 +LocationCoordinate
  AccountingSupplierParty/Party/PostalAddress/Country: 166 Name
  AccountingSupplierParty/Party/PartyTaxScheme: 169 RegistrationName TaxLevelCode ExemptionReasonCode ExemptionReason
      +RegistrationAddress
  AccountingSupplierParty/Party/PartyTaxScheme/TaxScheme: 174 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  AccountingSupplierParty/Party/PartyLegalEntity: 178 RegistrationDate RegistrationExpirationDate CompanyLegalFormCode
      SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount FullyPaidSharesIndicator
      +RegistrationAddress +CorporateRegistrationScheme +HeadOfficeParty +ShareholderParty
  AccountingSupplierParty/Party/Contact: 189 ID Telefax Note +OtherCommunication
  AccountingCustomerParty: 201 CustomerAssignedAccountID SupplierAssignedAccountID AdditionalAccountID 262
      +DeliveryContact +AccountingContact +BuyerContact
  AccountingCustomerParty/Party: 204 MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID
      IndustryClassificationCode +Language 231 +PhysicalLocation 257 +Person +AgentParty +ServiceProviderParty
      +PowerOfAttorney +FinancialAccount
  AccountingCustomerParty/Party/PostalAddress: 210 ID AddressTypeCode AddressFormatCode Postbox Floor Room BlockName
      BuildingName BuildingNumber InhouseMail Department MarkAttention MarkCare PlotIdentification CitySubdivisionName
      CountrySubentityCode Region District TimezoneOffset 230 +LocationCoordinate
  AccountingCustomerParty/Party/PostalAddress/Country: 229 Name
  AccountingCustomerParty/Party/PartyTaxScheme: 232 RegistrationName TaxLevelCode ExemptionReasonCode ExemptionReason
      +RegistrationAddress
  AccountingCustomerParty/Party/PartyTaxScheme/TaxScheme: 237 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  AccountingCustomerParty/Party/PartyLegalEntity: 241 RegistrationDate RegistrationExpirationDate CompanyLegalFormCode
      CompanyLegalForm SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount
      FullyPaidSharesIndicator +RegistrationAddress +CorporateRegistrationScheme +HeadOfficeParty +ShareholderParty
  AccountingCustomerParty/Party/Contact: 253 ID Telefax Note +OtherCommunication
  PayeeParty: 265 MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID EndpointID
      IndustryClassificationCode +Language +PostalAddress +PhysicalLocation +PartyTaxScheme 288 +Contact +Person
      +AgentParty +ServiceProviderParty +PowerOfAttorney +FinancialAccount
  PayeeParty/PartyLegalEntity: 275 RegistrationName RegistrationDate RegistrationExpirationDate CompanyLegalFormCode
      CompanyLegalForm SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount
      FullyPaidSharesIndicator +RegistrationAddress +CorporateRegistrationScheme +HeadOfficeParty +ShareholderParty
  TaxRepresentativeParty: 296 MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID EndpointID
      IndustryClassificationCode +PartyIdentification +Language 325 +PhysicalLocation 335 +PartyLegalEntity +Contact
      +Person +AgentParty +ServiceProviderParty +PowerOfAttorney +FinancialAccount
  TaxRepresentativeParty/PostalAddress: 304 ID AddressTypeCode AddressFormatCode Postbox Floor Room BlockName
      BuildingName BuildingNumber InhouseMail Department MarkAttention MarkCare PlotIdentification CitySubdivisionName
      CountrySubentityCode Region District TimezoneOffset 324 +LocationCoordinate
  TaxRepresentativeParty/PostalAddress/Country: 323 Name
  TaxRepresentativeParty/PartyTaxScheme: 326 RegistrationName TaxLevelCode ExemptionReasonCode ExemptionReason
      +RegistrationAddress
  TaxRepresentativeParty/PartyTaxScheme/TaxScheme: 331 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  Delivery: 342 ID Quantity MinimumQuantity MaximumQuantity ActualDeliveryTime LatestDeliveryDate LatestDeliveryTime
      ReleaseID TrackingID 382 +AlternativeDeliveryLocation +RequestedDeliveryPeriod +EstimatedDeliveryPeriod
      +CarrierParty 404 +NotifyParty +Despatch +DeliveryTerms +MinimumDeliveryUnit +MaximumDeliveryUnit +Shipment 682
      +DeliveryAddress
  Delivery/DeliveryLocation: 351 Description Conditions CountrySubentity CountrySubentityCode LocationTypeCode
      InformationURI Name +ValidityPeriod 380 +SubsidiaryLocation +LocationCoordinate
  Delivery/DeliveryLocation/Address: 359 ID AddressTypeCode AddressFormatCode Postbox Floor Room BlockName
      BuildingName BuildingNumber InhouseMail Department MarkAttention MarkCare PlotIdentification CitySubdivisionName
      CountrySubentityCode Region District TimezoneOffset 379 +LocationCoordinate
  Delivery/DeliveryLocation/Address/Country: 378 Name
  Delivery/DeliveryParty: 386 MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID EndpointID
      IndustryClassificationCode +PartyIdentification +Language +PostalAddress +PhysicalLocation +PartyTaxScheme
      +PartyLegalEntity +Contact +Person +AgentParty +ServiceProviderParty +PowerOfAttorney +FinancialAccount
  PaymentMeans: 411 ID 413 PaymentChannelCode InstructionID 434 +CreditAccount 451 +TradeFinancing 681 InstructionNote
  PaymentMeans/CardAccount: 415 CardTypeCode ValidityStartDate ExpiryDate IssuerID IssueNumberID CV2ID CardChipCode
      ChipApplicationID
  PaymentMeans/PayeeFinancialAccount: 424 AliasName AccountTypeCode AccountFormatCode CurrencyCode PaymentNote 433
      +Country
  PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch: 429 Name 432 +Address
  PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution: 430 Name +Address
  PaymentMeans/PaymentMandate: 435 MandateTypeCode MaximumPaymentInstructionsNumeric MaximumPaidAmount SignatureID
      +PayerParty 448 +ValidityPeriod +PaymentReversalPeriod +Clause
  PaymentMeans/PaymentMandate/PayerFinancialAccount: 440 Name AliasName AccountTypeCode AccountFormatCode CurrencyCode
      PaymentNote +FinancialInstitutionBranch +Country
  PaymentTerms: 452 ID PaymentMeansID PrepaidPaymentReferenceID ReferenceEventCode SettlementDiscountPercent
      PenaltySurchargePercent PaymentPercent Amount SettlementDiscountAmount PenaltyAmount PaymentTermsDetailsURI
      PaymentDueDate InstallmentDueDate InvoicingPartyReference +SettlementPeriod +PenaltyPeriod +ExchangeRate
      +ValidityPeriod
  AllowanceCharge: 471 ID PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount 488
      +TaxTotal +PaymentMeans
  AllowanceCharge/TaxCategory: 477 Name BaseUnitMeasure PerUnitAmount TaxExemptionReasonCode TaxExemptionReason
      TierRange TierRatePercent
  AllowanceCharge/TaxCategory/TaxScheme: 484 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  TaxTotal: 494 RoundingAmount TaxEvidenceIndicator TaxIncludedIndicator
  TaxTotal/TaxSubtotal: 497 CalculationSequenceNumeric TransactionCurrencyTaxAmount Percent BaseUnitMeasure
      PerUnitAmount TierRange TierRatePercent
  TaxTotal/TaxSubtotal/TaxCategory: 504 Name BaseUnitMeasure PerUnitAmount TierRange TierRatePercent
  TaxTotal/TaxSubtotal/TaxCategory/TaxScheme: 509 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  LegalMonetaryTotal: 514 PayableAlternativeAmount
  *: 515 UUID TaxPointDate AccountingCostCode PaymentPurposeCode FreeOfChargeIndicator 529 +DespatchLineReference
      +ReceiptLineReference +BillingReference 548 +PricingReference +OriginatorParty +Delivery +PaymentTerms 561
      +TaxTotal +WithholdingTaxTotal 645 +DeliveryTerms +SubInvoiceLine +ItemPriceExtension
  */InvoicePeriod: 520 StartTime EndTime DurationMeasure DescriptionCode Description
  */OrderLineReference: 525 SalesOrderLineID UUID LineStatusCode +OrderReference
  */DocumentReference: 532 CopyIndicator UUID IssueDate IssueTime 537 DocumentType XPath LanguageID LocaleCode
      VersionID DocumentStatusCode DocumentDescription +Attachment +ValidityPeriod +IssuerParty +ResultOfVerification
  */AllowanceCharge: 552 ID PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount
      +TaxCategory +TaxTotal +PaymentMeans
  */Item: 563 PackQuantity PackSizeNumeric CatalogueIndicator HazardousRiskIndicator AdditionalInformation Keyword
      BrandName ModelName 581 +ManufacturersItemIdentification 587 +CatalogueItemIdentification
      +AdditionalItemIdentification +CatalogueDocumentReference +ItemSpecificationDocumentReference 595
      +TransactionConditions +HazardousItem 619 +ManufacturerParty +InformationContentProviderParty +OriginAddress
      +ItemInstance +Certificate +Dimension
  */Item/BuyersItemIdentification: 571 ExtendedID BarcodeSymbologyID +PhysicalAttribute +MeasurementDimension
      +IssuerParty
  */Item/SellersItemIdentification: 576 ExtendedID BarcodeSymbologyID +PhysicalAttribute +MeasurementDimension
      +IssuerParty
  */Item/StandardItemIdentification: 582 ExtendedID BarcodeSymbologyID +PhysicalAttribute +MeasurementDimension
      +IssuerParty
  */Item/OriginCountry: 591 Name
  */Item/CommodityClassification: 592 NatureCode CargoTypeCode CommodityCode
  */Item/ClassifiedTaxCategory: 597 Name BaseUnitMeasure PerUnitAmount TaxExemptionReasonCode TaxExemptionReason
      TierRange TierRatePercent
  */Item/ClassifiedTaxCategory/TaxScheme: 604 Name TaxTypeCode CurrencyCode +JurisdictionRegionAddress
  */Item/AdditionalItemProperty: 608 ID NameCode TestMethod ValueQuantity ValueQualifier ImportanceCode ListValue
      +UsabilityPeriod +ItemPropertyGroup +RangeDimension +ItemPropertyRange
  */Price: 625 PriceChangeReason PriceTypeCode PriceType OrderableUnitFactorRate ValidityPeriod PriceList 644
      +PricingExchangeRate
  */Price/AllowanceCharge: 632 ID AllowanceChargeReasonCode AllowanceChargeReason MultiplierFactorNumeric
      PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount +TaxCategory +TaxTotal
      +PaymentMeans
  cbc:CustomizationID: 648 @schemeID
  cbc:ProfileID: 649 @schemeID
  cbc:ID: 650 @schemeID
  cbc:SalesOrderID: 651 @schemeID
  //PartyTaxScheme/cbc:CompanyID: 652 @schemeID
  PaymentMeans/cbc:PaymentID: 653 @schemeID
  PaymentMeans/PayeeFinancialAccount/cbc:ID: 654 @schemeID
  PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/cbc:ID: 655 @schemeID
  cbc:InvoiceTypeCode: 656 @listID
  cbc:DocumentCurrencyCode: 657 @listID
  cbc:TaxCurrencyCode: 658 @listID
  AdditionalDocumentReference/cbc:DocumentTypeCode: 659 @listID
  //Country/cbc:IdentificationCode: 660 @listID
  PaymentMeans/cbc:PaymentMeansCode: 661 @listID
  //cbc:AllowanceChargeReasonCode: 662 @listID
  //: 663 @unitCodeListID +FinancialInstitution
  //BuyersItemIdentification/cbc:ID: 667 @schemeID
  //SellersItemIdentification/cbc:ID: 668 @schemeID
  //Price/AllowanceCharge: 669 AllowanceChargeReasonCode AllowanceChargeReason MultiplierFactorNumeric
  cbc:CreditNoteTypeCode: 672 @listID
  //cbc:PrimaryAccountNumberID: 674 @schemeID
  //CardAccount/cbc:NetworkID: 675 @schemeID
  //PaymentMandate/cbc:ID: 676 @schemeID
  //PaymentMandate/PayerFinancialAccount/cbc:ID: 677 @schemeID
  //TaxCategory/cbc:ID: 678 @schemeID
  //ClassifiedTaxCategory/cbc:ID: 679 @schemeID
  //PaymentMeans: 680 +PayerFinancialAccount
`;
